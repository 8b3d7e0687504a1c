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
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The promises notice defects. A seed that shows each stands in a file, to which {@code
 * -Ddefects.search=N} adds: it tries the seeds from 1 to N for each that isn't in it. A seed counts
 * only if it breaks no promise without the defect.
 */
class PlantedDefectsTest {
  private static final String FILE =
      "statemachine/src/test/resources/aurora/restore/trial/defect/noticed.txt";

  private static final int LEAST_DEFECTS = 40;

  /** The seed that shows a defect, and the promise that it breaks. */
  private record Noticed(long seed, String promise) {}

  static List<Defect> known() {
    var noticed = noticed();
    return Defect.all().stream().filter(defect -> noticed.containsKey(defect.name())).toList();
  }

  static List<Defect> unknown() {
    var noticed = noticed();
    return Defect.all().stream().filter(defect -> !noticed.containsKey(defect.name())).toList();
  }

  @ParameterizedTest
  @MethodSource("known")
  void everyKnownDefectIsNoticed(Defect defect) {
    var known = noticed().get(defect.name());
    assertThat(run(defect, known.seed()).violations())
        .as("%s, by seed %d", defect.sentence(), known.seed())
        .first()
        .satisfies(it -> assertThat(it.invariant()).isEqualTo(known.promise()));
  }

  @ParameterizedTest
  @MethodSource("unknown")
  @EnabledIfSystemProperty(named = "defects.search", matches = "[0-9]+")
  void seedsAreSearchedForTheOthers(Defect defect) {
    search(defect, Integer.getInteger("defects.search"));
  }

  @Test
  void thereAreManyAndTheListNamesNoOther() {
    var names = Defect.all().stream().map(Defect::name).toList();
    assertThat(names).doesNotHaveDuplicates().containsAll(noticed().keySet());
    assertThat(noticed()).hasSizeGreaterThanOrEqualTo(LEAST_DEFECTS);
  }

  @Test
  void theDocumentListsThem() {
    var table = new StringBuilder("| defect | shown by seed | promise |\n|---|---|---|\n");
    var noticed = noticed();
    for (var defect : known()) {
      var by = noticed.get(defect.name());
      table.append("| %s | %d | `%s` |\n".formatted(defect.sentence(), by.seed(), by.promise()));
    }
    Golden.section("docs/simulation.md", "defects", table.toString());
  }

  @Test
  void theDocumentListsThoseThatNoSeedHasShown() {
    var list = new StringBuilder();
    unknown().forEach(defect -> list.append("- ").append(defect.sentence()).append('\n'));
    Golden.section("docs/simulation.md", "unnoticed", list.toString());
  }

  private static Verdict run(Defect defect, long seed) {
    return Trial.of(TrialPlan.drawn(seed), defect.planted());
  }

  private static void search(Defect defect, int seeds) {
    for (long seed = 1; seed <= seeds; seed++) {
      var verdict = run(defect, seed);
      if (verdict.isBroken() && !Trial.of(TrialPlan.drawn(seed)).isBroken()) {
        var all = noticed();
        all.put(defect.name(), new Noticed(seed, verdict.violations().getFirst().invariant()));
        var lines = new ArrayList<String>();
        all.forEach((name, it) -> lines.add(name + " " + it.seed() + " " + it.promise()));
        Repository.write(Repository.path(FILE), String.join("\n", lines) + "\n");
        return;
      }
    }
    assertThat(defect).as("no seed from 1 to %d shows it", seeds).isNull();
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
