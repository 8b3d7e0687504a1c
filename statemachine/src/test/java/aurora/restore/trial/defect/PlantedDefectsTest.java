package aurora.restore.trial.defect;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.house.Golden;
import aurora.restore.house.Repository;
import aurora.restore.trial.Trial;
import aurora.restore.trial.TrialPlan;
import aurora.restore.trial.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The promises notice defects. Which seed is the first to show each stands in a file, which {@code
 * -Ddefects.search=N} writes anew: it tries the seeds from 1 to N for each that isn't in it.
 */
class PlantedDefectsTest {
  private static final String FILE =
      "statemachine/src/test/resources/aurora/restore/trial/defect/noticed.txt";

  private static final int LEAST_DEFECTS = 40;

  /** So many are tried for a defect that no seed is known for. */
  private static final int SEEDS = Integer.getInteger("defects.search", 0);

  /** The seed that shows a defect, and the promise that it breaks. */
  private record Noticed(long seed, String promise) {}

  /** Those that a seed is known for; where seeds are searched, the others too. */
  static List<Defect> defects() {
    return Defect.all().stream()
        .filter(defect -> SEEDS > 0 || noticed().containsKey(defect.name()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("defects")
  void everyDefectIsNoticed(Defect defect) {
    var noticed = noticed();
    if (!noticed.containsKey(defect.name())) {
      search(defect);
      return;
    }
    var known = noticed.get(defect.name());
    assertThat(run(defect, known.seed()).violations())
        .as("%s, by seed %d", defect.sentence(), known.seed())
        .first()
        .satisfies(it -> assertThat(it.invariant()).isEqualTo(known.promise()));
  }

  @Test
  void thereAreManyAndTheListNamesNoOther() {
    var names = Defect.all().stream().map(Defect::name).toList();
    assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(LEAST_DEFECTS);
    assertThat(names).containsAll(noticed().keySet());
  }

  @Test
  void theDocumentListsThem() {
    var table = new StringBuilder("| defect | first seen by seed | promise |\n|---|---|---|\n");
    var noticed = noticed();
    for (var defect : Defect.all()) {
      var by = noticed.get(defect.name());
      if (by != null) {
        table.append("| %s | %d | `%s` |\n".formatted(defect.sentence(), by.seed(), by.promise()));
      }
    }
    Golden.section("docs/simulation.md", "defects", table.toString());
  }

  private static Verdict run(Defect defect, long seed) {
    return Trial.of(TrialPlan.drawn(seed), defect.planted());
  }

  private static void search(Defect defect) {
    for (long seed = 1; seed <= SEEDS; seed++) {
      var verdict = run(defect, seed);
      if (verdict.isBroken()) {
        var all = noticed();
        all.put(defect.name(), new Noticed(seed, verdict.violations().getFirst().invariant()));
        var lines = new ArrayList<String>();
        all.forEach((name, it) -> lines.add(name + " " + it.seed() + " " + it.promise()));
        Repository.write(Repository.path(FILE), String.join("\n", lines) + "\n");
        return;
      }
    }
    assertThat(defect).as("no seed from 1 to %d shows it", SEEDS).isNull();
  }

  private static Map<String, Noticed> noticed() {
    var noticed = new LinkedHashMap<String, Noticed>();
    Repository.read(FILE)
        .lines()
        .map(line -> line.split(" "))
        .forEach(it -> noticed.put(it[0], new Noticed(Long.parseLong(it[1]), it[2])));
    return noticed;
  }
}
