package aurora.restore.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import aurora.restore.error.InvalidRequest;
import aurora.restore.infra.Synthesized.Resource;
import aurora.restore.infra.configuration.ConfigurationReader;
import aurora.restore.infra.configuration.ConfigurationRefused;
import aurora.restore.infra.configuration.ScheduledRestore;
import aurora.restore.operation.OperationId;
import aurora.restore.plan.RestoreRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SchedulesTest {
  private static Resource drill() {
    return Synthesized.customerManaged().resource("AWS::Events::Rule", "Scheduleweeklydrill");
  }

  private static List<String> findings(Object... schedules) {
    return catchThrowableOfType(
            ConfigurationRefused.class,
            () -> new ConfigurationReader(Map.of("schedules", List.of(schedules))).read())
        .findings();
  }

  private static Map<String, Object> schedule(
      String name, String expression, Map<String, Object> input) {
    return Map.of("name", name, "schedule", expression, "input", input);
  }

  @Test
  void noScheduleMeansNoRuleAndNoQueueForIt() {
    assertThat(Synthesized.awsOwned().resources("AWS::Events::Rule"))
        .noneMatch(rule -> rule.id().startsWith("Schedule"));
    assertThat(Synthesized.awsOwned().resources("AWS::SQS::Queue"))
        .noneMatch(queue -> queue.id().startsWith("ScheduleDeadLetters"));
  }

  @Test
  void eachScheduleStartsTheRestore() {
    var stack = Synthesized.customerManaged();
    var restore = stack.resource("AWS::StepFunctions::StateMachine", "RestoreMachine");

    assertThat(stack.resources("AWS::Events::Rule"))
        .filteredOn(rule -> rule.id().startsWith("Schedule"))
        .hasSize(2)
        .allSatisfy(
            rule ->
                assertThat(rule.properties().at("/Targets/0/Arn/Ref").asText())
                    .isEqualTo(restore.id()));
    assertThat(drill().properties().path("ScheduleExpression").asText())
        .isEqualTo("cron(0 3 ? * SUN *)");
  }

  @Test
  void whatIsStartedIsTheInputWithAnOperationOfTheNameAndTheTime() throws Exception {
    var transformer = drill().properties().at("/Targets/0/InputTransformer");
    var paths = transformer.path("InputPathsMap").properties();

    assertThat(paths)
        .singleElement()
        .satisfies(path -> assertThat(path.getValue().asText()).isEqualTo("$.time"));
    var placeholder = "<" + paths.iterator().next().getKey() + ">";
    var started =
        Synthesized.JSON.readTree(
            transformer
                .path("InputTemplate")
                .asText()
                .replace(placeholder, "2026-11-23T03:00:00Z"));
    assertThat(started.path("operation_id").asText())
        .isEqualTo("weekly-drill-2026-11-23T03:00:00Z")
        .matches(OperationId.FORM);
    var input = Synthesized.input();
    input.put("schedule", "weekly-drill");
    assertThat(RestoreRequest.read(started, "unused"))
        .isEqualTo(
            RestoreRequest.read(
                Synthesized.JSON.valueToTree(input), "weekly-drill-2026-11-23T03:00:00Z"));
  }

  @Test
  void eachHasARoleThatStartsTheRestoreAndNothingElse() {
    var stack = Synthesized.customerManaged();
    for (var role : List.of("ScheduleweeklydrillRole", "SchedulestagingRole")) {
      assertThat(stack.statementsOf(role))
          .singleElement()
          .satisfies(
              statement -> {
                assertThat(statement.actions()).containsExactly("states:StartExecution");
                assertThat(statement.resources())
                    .singleElement()
                    .asString()
                    .startsWith("{\"Ref\":\"RestoreMachine");
              });
    }
  }

  @Test
  void aRestoreThatCannotBeStartedInTimeIsGivenUpAndKept() {
    var queue =
        Synthesized.customerManaged().resource("AWS::SQS::Queue", "ScheduleDeadLetters").id();
    var target = drill().properties().at("/Targets/0");

    assertThat(target.at("/RetryPolicy/MaximumEventAgeInSeconds").asInt()).isEqualTo(2 * 3600);
    assertThat(target.at("/DeadLetterConfig/Arn/Fn::GetAtt/0").asText()).isEqualTo(queue);
  }

  @Test
  void aWrongInputIsRefusedWithTheFindingsOfPlanRestore() {
    var input = Synthesized.input();
    input.remove("vpc_id");
    input.put("snapshot", "orders");

    var planned =
        catchThrowableOfType(
            InvalidRequest.class,
            () -> RestoreRequest.read(Synthesized.JSON.valueToTree(input), "drill"));
    assertThat(findings(schedule("drill", "rate(7 days)", input)))
        .containsExactlyElementsOf(
            planned.findings().stream()
                .map(finding -> "schedules \"drill\": input's " + finding)
                .toList());
    assertThat(planned).hasMessageContainingAll("vpc_id", "snapshot");
  }

  @Test
  void theSettingsOfARestoreMayBeAScheduledOnesToo() {
    var input = Synthesized.input();
    input.put("storage_type", "aurora-iopt1");
    input.put("preferred_maintenance_window", "sun:05:00-sun:05:30");
    input.put("enable_http_endpoint", true);
    input.put("monitoring_interval", 30);
    input.put("monitoring_role_arn", "arn:aws:iam::111122223333:role/rds-monitoring-role");

    assertThat(new ScheduledRestore("drill", "rate(7 days)", input).input()).isEqualTo(input);

    input.put("storage_type", "gp3");
    assertThat(findings(schedule("drill", "rate(7 days)", input)))
        .singleElement()
        .asString()
        .startsWith("schedules \"drill\": input's storage_type: ");
  }

  @Test
  void aWrongScheduleIsRefusedByName() {
    assertThat(findings(schedule("drill", "cron(0 3 * * *)", Synthesized.input())))
        .singleElement()
        .asString()
        .startsWith("schedules \"drill\": schedule is \"cron(0 3 * * *)\": cron has 6 fields");
  }

  @Test
  void theOperationIsTheSchedulesToName() {
    var input = Synthesized.input();
    input.put("operation_id", "mine");

    assertThat(findings(schedule("drill", "rate(7 days)", input)))
        .singleElement()
        .asString()
        .contains("operation_id is the schedule's to set");
  }

  @Test
  void theScheduleNamesItself() {
    var input = Synthesized.input();
    input.put("schedule", "another");

    assertThat(findings(schedule("drill", "rate(7 days)", input)))
        .singleElement()
        .asString()
        .contains("schedule is set by itself");
  }

  @Test
  void namesDiffer() {
    var drill = schedule("drill", "rate(7 days)", Synthesized.input());

    assertThat(findings(drill, drill)).containsExactly("schedules has \"drill\" twice");
  }

  @Test
  void everythingWrongIsToldAtOnce() {
    var misspelt = new ArrayList<Object>();
    misspelt.add(Map.of("name", "drill", "cron", "rate(7 days)", "input", "none"));
    misspelt.add(Map.of("schedule", "cron(0 25 ? * SUN *)", "input", Synthesized.input()));
    misspelt.add("weekly");
    misspelt.add(schedule("Drill", "daily", Synthesized.input()));

    assertThat(findings(misspelt.toArray()))
        .containsExactlyInAnyOrder(
            "schedules[0].schedule is missing",
            "schedules[0].input is \"none\": it must be an object",
            "schedules[0].cron isn't a key here: the nearest is name of name, schedule, input",
            "schedules[1].name is missing",
            "a schedule without name: schedule is \"cron(0 25 ? * SUN *)\": its hours can't be"
                + " \"25\": 0 to 23, * , - /",
            "schedules[2] is \"weekly\": it must be an object",
            "schedules \"Drill\": its name must begin with a lower-case letter, go on with"
                + " lower-case letters, digits and hyphens, and have 40 characters at most",
            "schedules \"Drill\": schedule is \"daily\": it must be like cron(0 3 ? * SUN *) or"
                + " rate(7 days)");
  }

  @Test
  void aScheduleWithoutTheSixKeysIsRefusedByEachOfThem() {
    assertThat(findings(schedule("drill", "rate(7 days)", Map.of("instance_class", "r6g.large"))))
        .hasSize(7)
        .anySatisfy(f -> assertThat(f).contains("input's instance_class: is \"r6g.large\""))
        .extracting(finding -> finding.replaceFirst(".*input's ([a-z_]+): .*", "$1"))
        .contains(
            "snapshot_id",
            "source_region",
            "target_region",
            "vpc_id",
            "subnet_ids",
            "security_group_ids");
  }
}
