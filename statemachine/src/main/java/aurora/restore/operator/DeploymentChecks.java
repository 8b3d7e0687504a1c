package aurora.restore.operator;

import aurora.restore.operation.OperationStatus;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** What is deployed, and whether anybody hears of it. */
record DeploymentChecks(OperatorAws aws, Deployment deployment) {
  private static final String PENDING = "PendingConfirmation";

  /** Somebody has to have confirmed, or nobody is told. */
  List<Diagnosis> topic() {
    var subscriptions =
        aws
            .services()
            .sns()
            .listSubscriptionsByTopicPaginator(it -> it.topicArn(deployment.topicArn()))
            .subscriptions()
            .stream()
            .toList();
    var found = new ArrayList<Diagnosis>();
    var pending =
        subscriptions.stream().filter(it -> it.subscriptionArn().equals(PENDING)).toList();
    pending.forEach(
        it ->
            found.add(
                Diagnosis.note("topic", it.endpoint() + " has not confirmed its subscription")));
    var confirmed = subscriptions.size() - pending.size();
    found.add(
        confirmed > 0
            ? Diagnosis.well("topic", "subscribed and confirmed: " + confirmed)
            : Diagnosis.wrong(
                "topic",
                "nobody is told: subscribe to "
                    + deployment.topicArn()
                    + ", and confirm by the link in the mail"));
    return found;
  }

  List<Diagnosis> alarms() {
    var alarms =
        aws
            .cloudWatch()
            .describeAlarmsPaginator(it -> it.alarmNamePrefix(deployment.name()))
            .metricAlarms()
            .stream()
            .toList();
    if (alarms.isEmpty()) {
      return List.of(
          Diagnosis.note("alarms", "none is named after the deployment " + deployment.name()));
    }
    var raised = alarms.stream().filter(it -> it.stateValue() == StateValue.ALARM).toList();
    return raised.isEmpty()
        ? List.of(Diagnosis.well("alarms", "none of " + alarms.size() + " is raised"))
        : raised.stream().map(DeploymentChecks::raised).toList();
  }

  private static Diagnosis raised(MetricAlarm alarm) {
    return Diagnosis.wrong(
        "alarms", alarm.alarmName() + " is raised: docs/runbook.md#alarms says what to do");
  }

  /** What has failed stays, and may hold names and quotas. */
  List<Diagnosis> operations() {
    var failed =
        new Ledger(aws.services().dynamoDb(), deployment)
            .rows(OperationStatus.FAILED).stream()
                .map(row -> row.path("operation_id").asText())
                .toList();
    return failed.isEmpty()
        ? List.of(Diagnosis.well("operations", "none has failed and waits"))
        : List.of(
            Diagnosis.note("operations", "failed, and neither redriven nor cleaned up: " + failed));
  }
}
