package aurora.restore.infra;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.machine.Machine;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OutputsTest {
  private static final JsonNode OUTPUTS = Synthesized.awsOwned().template().path("Outputs");

  private static JsonNode value(String output) {
    return OUTPUTS.path(output).path("Value");
  }

  /** As CloudFormation would put it together, each reference by its name in angle brackets. */
  private static String told(String output) {
    var joined = value(output).at("/Fn::Join");
    assertThat(joined.path(0).asText()).isEmpty();
    return Synthesized.list(joined.path(1))
        .map(part -> part.isTextual() ? part.asText() : "<" + part.path("Ref").asText() + ">")
        .collect(Collectors.joining());
  }

  private static String id(Machine machine) {
    return Synthesized.awsOwned()
        .resource("AWS::StepFunctions::StateMachine", machine.placeholder() + "Machine")
        .id();
  }

  @Test
  void anOperatorIsToldWhatThereIs() {
    assertThat(OUTPUTS.properties())
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrder(
            "RestoreMachineArn",
            "ReportFailureMachineArn",
            "CleanUpMachineArn",
            "StateTableArn",
            "AuditTableArn",
            "FailureReportDeadLettersUrl",
            "ScheduledCallDeadLettersUrl",
            "TopicArn",
            "DashboardName",
            "StartRestoreCommand",
            "StartCleanUpCommand");
    for (var machine : Machine.values()) {
      assertThat(value(machine.placeholder() + "MachineArn").path("Ref").asText())
          .isEqualTo(id(machine));
    }
    for (var table : List.of("StateTable", "AuditTable")) {
      assertThat(value(table + "Arn").at("/Fn::GetAtt/0").asText())
          .isEqualTo(Synthesized.awsOwned().resource("AWS::DynamoDB::Table", table).id());
    }
  }

  @Test
  void theQueueOfASchedulesEventsIsToldWhereThereAreSchedules() {
    var queues =
        Synthesized.customerManaged().template().path("Outputs").properties().stream()
            .map(Map.Entry::getKey)
            .filter(output -> output.endsWith("DeadLettersUrl"));
    assertThat(queues)
        .containsExactlyInAnyOrder(
            "FailureReportDeadLettersUrl", "ScheduledCallDeadLettersUrl", "ScheduleDeadLettersUrl");
  }

  @Test
  void theKeyThatSignsEvidenceIsToldWhereThereIsOne() {
    assertThat(
            Synthesized.customerManaged().template().at("/Outputs/EvidenceKeyArn/Value").asText())
        .isEqualTo(Synthesized.CUSTOMISED.evidence().key().orElseThrow());
  }

  @Test
  void aRestoreIsStartedByWhatIsToldUnderANameThatStepFunctionsTakes() {
    assertThat(told("StartRestoreCommand"))
        .isEqualTo(
            "aws stepfunctions start-execution --region <AWS::Region> --state-machine-arn <"
                + id(Machine.RESTORE)
                + "> --name restore-$(date -u +%Y%m%d-%H%M%S) --input file://input.json");
  }

  @Test
  void aCleanUpIsStartedByWhatIsToldWithAnInputThatItTakes() throws Exception {
    var command = told("StartCleanUpCommand");

    assertThat(command)
        .startsWith(
            "aws stepfunctions start-execution --region <AWS::Region> --state-machine-arn <"
                + id(Machine.CLEAN_UP)
                + "> --input '");
    var quoted = command.substring(command.indexOf('\'') + 1, command.lastIndexOf('\''));
    var keys = new ArrayList<String>();
    Synthesized.JSON.readTree(quoted).fieldNames().forEachRemaining(keys::add);
    assertThat(keys).containsExactly("operation_id");
  }
}
