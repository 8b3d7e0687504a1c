package aurora.restore.infra;

import aurora.restore.infra.configuration.ScheduledRestore;
import aurora.restore.infra.permission.Arns;
import aurora.restore.infra.permission.Trust;
import java.util.LinkedHashMap;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.events.EventField;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.RuleTargetInput;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.events.targets.SfnStateMachine;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.sqs.IQueue;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.constructs.Construct;

/** Makes the rules that start restores by the clock, each with a role of its own. */
record Schedules(Construct scope, StateMachine restore, IQueue lost, Arns arns) {
  /** A drill that can't be started in time is given up: at noon it would hinder more than help. */
  private static final Duration OLDEST = Duration.hours(2);

  private static final int RETRIES = 185;

  void make(List<ScheduledRestore> schedules) {
    schedules.forEach(this::make);
  }

  private void make(ScheduledRestore schedule) {
    var id = "Schedule-" + schedule.name();
    Rule.Builder.create(scope, id)
        .description("Starts the restore " + schedule.name())
        .schedule(Schedule.expression(schedule.expression()))
        .targets(
            List.of(
                SfnStateMachine.Builder.create(restore)
                    .input(input(schedule))
                    .role(role(id, schedule))
                    .deadLetterQueue(lost)
                    .retryAttempts(RETRIES)
                    .maxEventAge(OLDEST)
                    .build()))
        .build();
  }

  /**
   * A rule may fire twice for one time, and can't name the execution: both executions get the same
   * operation, which is restored once (EventBridge User Guide, "Troubleshooting").
   */
  private static RuleTargetInput input(ScheduledRestore schedule) {
    var input = new LinkedHashMap<String, Object>();
    input.put(ScheduledRestore.OPERATION_ID, schedule.name() + "-" + EventField.getTime());
    input.put(ScheduledRestore.SCHEDULE, schedule.name());
    input.putAll(schedule.input());
    return RuleTargetInput.fromObject(input);
  }

  /** The CDK lets it start the target. */
  private Role role(String id, ScheduledRestore schedule) {
    return Role.Builder.create(scope, id + "Role")
        .description("Starts the restore " + schedule.name())
        .assumedBy(Trust.in("events.amazonaws.com", arns))
        .build();
  }
}
