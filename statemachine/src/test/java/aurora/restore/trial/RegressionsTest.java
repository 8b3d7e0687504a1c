package aurora.restore.trial;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.house.Repository;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Seeds that have found a bug, with the parts of their plans that it took. A seed draws another
 * plan once drawing has changed: then the same parts are to be found under another seed.
 */
class RegressionsTest {
  private static final String FILE =
      "statemachine/src/test/resources/aurora/restore/trial/regressions.txt";

  /**
   * @param parts what the plan's parts are, as they print
   */
  private record Regression(String bug, long seed, List<Integer> numbers, String parts) {
    static Regression read(String line) {
      var fields = line.split(" \\| ", 4);
      var numbers = Stream.of(fields[2].split(",")).map(Integer::valueOf).toList();
      return new Regression(fields[0], Long.parseLong(fields[1]), numbers, fields[3]);
    }

    @Override
    public String toString() {
      return bug;
    }
  }

  static List<Regression> regressions() {
    return Repository.read(FILE).lines().map(Regression::read).toList();
  }

  @ParameterizedTest
  @MethodSource("regressions")
  void whatWasFoundOnceStaysMended(Regression regression) {
    var plan = TrialPlan.drawn(regression.seed()).only(regression.numbers());

    assertThat(plan.parts()).as("what the seed draws").hasToString(regression.parts());
    assertThat(Trial.of(plan).violations()).isEmpty();
  }
}
