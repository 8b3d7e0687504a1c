package aurora.restore.stories.faults;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.asl.Placeholders;
import aurora.restore.machine.HandlerFunction;
import aurora.restore.machine.Machine;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults that pass by themselves: the restore outlasts them, and nothing is made twice. */
class PassingFaultsTest {
  /** Called in other executions, or for inputs that ask for it. */
  private static final Set<HandlerFunction> NOT_CALLED =
      Set.of(
          HandlerFunction.APPLY_SETTINGS,
          HandlerFunction.WAIT_FOR_SETTINGS,
          HandlerFunction.RUN_CHECKS,
          HandlerFunction.DESCRIBE_FAILURE);

  /** Faults that strike one after the other are let loose together. */
  static Stream<List<String>> passing() {
    return Stream.of(
        List.of("throttled"),
        List.of(
            "throttled=rds:CopyDBClusterSnapshot",
            "throttled=rds:DescribeDBClusters",
            "throttled=rds:CreateDBInstance"),
        List.of("throttled=dynamodb"),
        List.of("dynamodb-down"),
        List.of(
            "answer-lost=rds:CopyDBClusterSnapshot",
            "answer-lost=rds:CreateDBSubnetGroup",
            "answer-lost=rds:RestoreDBClusterFromSnapshot",
            "answer-lost=rds:CreateDBInstance",
            "answer-lost=dynamodb:TransactWriteItems",
            "answer-lost=dynamodb:UpdateItem"),
        everyFunction("crash-before"),
        everyFunction("crash-after"),
        everyFunction("function-timeout"));
  }

  private static List<String> everyFunction(String fault) {
    var named = Placeholders.names(Machine.RESTORE.definition());
    return Stream.of(HandlerFunction.values())
        .filter(function -> named.contains(function.placeholder()))
        .filter(function -> !NOT_CALLED.contains(function))
        .map(function -> fault + "=" + function.placeholder())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("passing")
  void whatPassesByItselfIsOutlastedAndNothingIsMadeTwice(List<String> faults) {
    try (var drill = Drill.of(Inputs.plain(), 1, faults)) {
      var run = drill.restore();
      Honest.assertSucceeded(drill, run);
      assertThat(drill.faults())
          .allSatisfy(it -> assertThat(it.strikes()).as(it.order().toString()).isPositive());
      assertThat(drill.touched()).isEmpty();
      assertThat(run.output().get("warnings")).isEmpty();
      assertThat(drill.mail("FAILED")).isEmpty();
      assertThat(drill.mail("COMPLETED")).isNotEmpty();
    }
  }

  @Test
  void fullCopySlotsAreWaitedFor() {
    try (var drill = Drill.of(Inputs.plain(), "copy-slots-full")) {
      var run = drill.restore();
      Honest.assertSucceeded(drill, run);
      assertThat(Drill.length(run)).isBetween(Duration.ofHours(2), Duration.ofHours(6));
      assertThat(drill.touched()).isEmpty();
      assertThat(drill.untagged()).hasSize(5);
    }
  }

  @Test
  void evidenceThatIsNotSignedStopsNoRestoreAndIsWarnedOf() {
    try (var drill = Drill.of(Inputs.plain(), "evidence-refused")) {
      var run = drill.restore();
      Honest.assertSucceeded(drill, run);
      assertThat(run.output().get("warnings"))
          .singleElement()
          .asString()
          .contains("no evidence was written: aurora.restore.error.KmsKeyUnusable");
    }
  }

  @Test
  void silentTopicStopsNoRestoreAndIsWarnedOf() {
    try (var drill = Drill.of(Inputs.plain(), "sns-down")) {
      var run = drill.restore();
      Honest.assertSucceeded(drill, run);
      assertThat(drill.world().mail()).isEmpty();
      assertThat(run.output().get("warnings"))
          .hasSize(5)
          .allMatch(warning -> warning.asText().contains("could not be sent"));
    }
  }
}
