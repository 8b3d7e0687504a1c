package aurora.restore.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The promises are kept under whatever these seeds draw. */
class SimulationTest {
  /** More of them: {@code -Dsimulated.runs=1000}. */
  private static final int RUNS = Integer.getInteger("simulated.runs", 12);

  static LongStream seeds() {
    return LongStream.rangeClosed(1, RUNS);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyPromiseIsKept(long seed) {
    var verdict = Trial.of(TrialPlan.drawn(seed));
    assertThat(verdict.violations()).as("./rehearse simulate --runs 1 --seed %d", seed).isEmpty();
  }

  @Test
  void oneSeedGivesOneDigestInAnotherJvm() throws IOException, InterruptedException {
    var series = new Series();
    series.add(Trial.of(TrialPlan.drawn(4711)));
    assertThat(simulated("--runs", "1", "--seed", "4711")).contains("digest " + series.digest());
  }

  @Test
  void planWithoutAPartIsThePlanButForThatPart() {
    var plan = TrialPlan.drawn(4711);
    var numbers = plan.numbers().subList(1, plan.numbers().size());
    assertThat(plan.only(numbers).parts()).isEqualTo(plan.parts().subList(1, plan.parts().size()));
  }

  private static String simulated(String... options) throws IOException, InterruptedException {
    var command =
        List.of(
            System.getProperty("java.home") + "/bin/java",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "aurora.restore.rehearsal.Rehearse",
            "simulate");
    var process =
        new ProcessBuilder(Stream.concat(command.stream(), List.of(options).stream()).toList())
            .redirectErrorStream(true)
            .start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}
