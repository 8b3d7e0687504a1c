package aurora.restore.infra.watch;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.infra.Synthesized;
import aurora.restore.infra.Synthesized.Resource;
import aurora.restore.machine.Machine;
import aurora.restore.machine.ScheduledFunction;
import aurora.restore.operation.Milestone;
import aurora.restore.telemetry.Metric;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AlarmsTest {
  private static final String ALARM = "AWS::CloudWatch::Alarm";

  private static String watched(Resource alarm) {
    var dimension = alarm.properties().at("/Dimensions/0/Value");
    var id = dimension.path("Ref").asText();
    return (id.isEmpty() ? dimension.at("/Fn::GetAtt/0").asText() : id)
        + " "
        + alarm.properties().path("MetricName").asText();
  }

  @Test
  void everyAlarmTellsTheTopic() {
    for (var stack : Synthesized.both()) {
      var topic = stack.resource("AWS::SNS::Topic", "Topic").id();
      assertThat(stack.resources(ALARM))
          .isNotEmpty()
          .allSatisfy(
              alarm ->
                  assertThat(alarm.properties().at("/AlarmActions/0/Ref").asText())
                      .isEqualTo(topic));
    }
  }

  @Test
  void everyMachineThatFailsTimesOutOrIsThrottledIsTold() {
    var stack = Synthesized.awsOwned();
    for (var machine : Machine.values()) {
      var id =
          stack
              .resource("AWS::StepFunctions::StateMachine", machine.placeholder() + "Machine")
              .id();
      assertThat(stack.resources(ALARM))
          .extracting(AlarmsTest::watched)
          .contains(id + " ExecutionsTimedOut", id + " ExecutionThrottled");
    }
    assertThat(stack.resource(ALARM, "ReportFailureFailed").properties().path("MetricName"))
        .as("nothing else tells that a failure wasn't recorded")
        .hasToString("\"ExecutionsFailed\"");
  }

  /** Step Functions counts a repetition that was refused as it counts any other failure. */
  @ParameterizedTest
  @EnumSource(names = {"RESTORE", "CLEAN_UP"})
  void failureIsToldByWhatWasRecordedOfIt(Machine machine) {
    var alarm =
        Synthesized.customerManaged()
            .resource(ALARM, machine.placeholder() + "Failed")
            .properties();

    assertThat(alarm.path("Namespace").asText()).isEqualTo(Metric.NAMESPACE);
    assertThat(alarm.path("MetricName").asText()).isEqualTo(Metric.TO_HANDLE.label());
    assertThat(Synthesized.list(alarm.path("Dimensions")))
        .extracting(it -> it.path("Name").asText() + "=" + it.path("Value").asText())
        .containsExactly("deployment=orders-dr", "machine=orders-dr-" + machine.id());
    assertThat(alarm.path("Threshold").asInt()).isOne();
    assertThat(alarm.path("Period").asInt()).isEqualTo(300);
  }

  @Test
  void everyFunctionThatKeepsFailingOrIsThrottledIsTold() {
    var stack = Synthesized.awsOwned();
    var functions = stack.resources("AWS::Lambda::Function");

    assertThat(functions).hasSize(Synthesized.functions().size());
    assertThat(stack.resources(ALARM))
        .extracting(AlarmsTest::watched)
        .containsAll(functions.stream().map(function -> function.id() + " Errors").toList())
        .containsAll(functions.stream().map(function -> function.id() + " Throttles").toList());
  }

  @Test
  void aScheduledFunctionIsToldWhenAllAttemptsOfAnHourHaveFailed() {
    var stack = Synthesized.awsOwned();
    var reaper = stack.resource("AWS::Lambda::Function", "Reaper").id();
    var attempts =
        1
            + stack
                .resource("AWS::Lambda::EventInvokeConfig", "Reaper")
                .properties()
                .path("MaximumRetryAttempts")
                .asInt();

    assertThat(stack.resources(ALARM))
        .filteredOn(alarm -> watched(alarm).equals(reaper + " Errors"))
        .singleElement()
        .satisfies(
            alarm -> {
              assertThat(alarm.properties().path("Threshold").asInt()).isEqualTo(attempts);
              assertThat(alarm.properties().path("Period").asInt()).isEqualTo(3600);
            });
  }

  @Test
  void everyQueueThatHoldsADeadLetterIsTold() {
    for (var stack : Synthesized.both()) {
      assertThat(stack.resources("AWS::SQS::Queue"))
          .isNotEmpty()
          .allSatisfy(
              queue ->
                  assertThat(stack.resources(ALARM))
                      .filteredOn(alarm -> alarm.properties().toString().contains(queue.id()))
                      .singleElement()
                      .satisfies(
                          alarm -> {
                            assertThat(alarm.properties().path("MetricName").asText())
                                .isEqualTo("ApproximateNumberOfMessagesVisible");
                            assertThat(alarm.properties().path("Threshold").asInt()).isOne();
                          }));
    }
  }

  @Test
  void theRunbookSaysWhatToDoOfEveryAlarmAndOfNoOther() throws IOException {
    var rows =
        Pattern.compile("(?m)^\\| ((?:`[^`]+`(?:, )?)+) \\| [^|]+ \\| [^|]+ \\|$")
            .matcher(Files.readString(Path.of("..", "docs", "runbook.md")))
            .results()
            .flatMap(row -> Stream.of(row.group(1).split(", ")))
            .map(name -> name.replace("`", ""))
            .toList();
    var alarms =
        Synthesized.customerManaged().resources(ALARM).stream()
            .map(alarm -> alarm.id().replaceFirst("Alarm[0-9A-F]{8}$", ""))
            .toList();

    assertThat(alarms)
        .isNotEmpty()
        .allSatisfy(alarm -> assertThat(rows).anyMatch(row -> isCalled(alarm, row)));
    assertThat(rows).allSatisfy(row -> assertThat(alarms).anyMatch(it -> isCalled(it, row)));
  }

  private static boolean isCalled(String alarm, String row) {
    return row.startsWith("…") ? alarm.endsWith(row.substring(1)) : alarm.equals(row);
  }

  @Test
  void missingDrillsAreToldOnlyWhereThatIsWanted() {
    assertThat(Synthesized.awsOwned().resources(ALARM))
        .noneMatch(alarm -> alarm.id().startsWith("NoDrill"));

    var alarm = Synthesized.customerManaged().resource(ALARM, "NoDrill").properties();
    assertThat(alarm.path("MetricName").asText()).isEqualTo(Metric.DRILL_AGE.label());
    assertThat(alarm.path("Statistic").asText()).isEqualTo("Minimum");
    assertOwn(alarm, "orders-dr");
    assertThat(alarm.path("ComparisonOperator").asText())
        .isEqualTo("GreaterThanOrEqualToThreshold");
    assertThat(alarm.path("Threshold").asInt()).isEqualTo(35 * 24 * 3600);
    assertThat(alarm.path("EvaluationPeriods").asInt()).isOne();
    assertThat(alarm.path("Period").asInt())
        .as("an hour alone may have no call in it")
        .isEqualTo(2 * 3600);
    assertThat(alarm.path("TreatMissingData").asText())
        .as("where there was never a drill, nothing is measured")
        .isEqualTo("breaching");
  }

  private static void assertOwn(JsonNode alarm, String deployment) {
    assertThat(alarm.path("Namespace").asText()).isEqualTo(Metric.NAMESPACE);
    assertThat(Synthesized.list(alarm.path("Dimensions")))
        .singleElement()
        .satisfies(
            dimension -> {
              assertThat(dimension.path("Name").asText()).isEqualTo(Metric.DEPLOYMENT);
              assertThat(dimension.path("Value").asText()).isEqualTo(deployment);
            });
  }

  @Test
  void anOperationThatIsOverdueIsTold() {
    var alarm = Synthesized.customerManaged().resource(ALARM, "OverdueOperations").properties();

    assertOwn(alarm, "orders-dr");
    assertThat(alarm.path("MetricName").asText()).isEqualTo(Metric.OVERDUE.label());
    assertThat(alarm.path("Statistic").asText()).isEqualTo("Maximum");
    assertThat(alarm.path("Threshold").asInt()).isOne();
    assertThat(alarm.path("Period").asInt())
        .as("an hour alone may have no call in it")
        .isEqualTo(2 * 3600);
  }

  @ParameterizedTest
  @EnumSource(ScheduledFunction.class)
  void aScheduledFunctionThatIsNotCalledForHoursIsTold(ScheduledFunction function) {
    var stack = Synthesized.awsOwned();
    var alarm = stack.resource(ALARM, function.placeholder() + "Uncalled");

    assertThat(watched(alarm))
        .isEqualTo(
            stack.resource("AWS::Lambda::Function", function.placeholder()).id() + " Invocations");
    assertThat(alarm.properties().path("ComparisonOperator").asText())
        .isEqualTo("LessThanThreshold");
    assertThat(alarm.properties().path("Period").asInt()).isEqualTo(3600);
    assertThat(alarm.properties().path("EvaluationPeriods").asInt()).isEqualTo(3);
    assertThat(alarm.properties().path("TreatMissingData").asText()).isEqualTo("breaching");
  }

  @Test
  void noDataIsNoAlarmForAllOthers() {
    assertThat(Synthesized.awsOwned().resources(ALARM))
        .filteredOn(alarm -> !alarm.id().contains("Uncalled"))
        .allMatch(
            alarm -> alarm.properties().path("TreatMissingData").asText().equals("notBreaching"));
  }

  @Test
  void theDashboardShowsEveryMachineFunctionAndQueue() {
    for (var stack : Synthesized.both()) {
      var body =
          stack
              .resource("AWS::CloudWatch::Dashboard", "Dashboard")
              .properties()
              .path("DashboardBody")
              .toString();
      for (var type :
          new String[] {
            "AWS::StepFunctions::StateMachine", "AWS::Lambda::Function", "AWS::SQS::Queue"
          }) {
        assertThat(stack.resources(type)).allMatch(made -> body.contains(made.id()));
      }
    }
  }

  @Test
  void theDashboardShowsEveryMetricOfOursOfThisDeploymentAlone() {
    var body =
        Synthesized.customerManaged()
            .resource("AWS::CloudWatch::Dashboard", "Dashboard")
            .properties()
            .path("DashboardBody")
            .toString()
            .replace("\\", "");

    assertThat(Metric.values()).allMatch(metric -> body.contains('"' + metric.label() + '"'));
    assertThat(Milestone.ofRestore())
        .hasSize(5)
        .allMatch(
            it ->
                body.contains(
                    "\"PhaseSeconds\",\"deployment\",\"orders-dr\",\"phase\",\"" + it.phase()));
    assertThat(body)
        .contains("\"stacked\":true")
        .contains("SEARCH('{AuroraRestore,deployment,error} MetricName=\"Failures\"")
        .contains("deployment=\"orders-dr\"', 'Sum', 3600)");
  }
}
