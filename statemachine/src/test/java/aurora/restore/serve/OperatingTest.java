package aurora.restore.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aurora.restore.edge.Json;
import aurora.restore.machine.Machine;
import aurora.restore.machine.StackOutput;
import aurora.restore.world.World;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.rds.model.DbClusterNotFoundException;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.StateMachineListItem;
import software.amazon.awssdk.services.sns.model.Subscription;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.StsClient;

class OperatingTest {
  @Test
  void aRestoreIsStartedFailsIsRedrivenAndCleanedUp() throws Exception {
    try (var operators = new Operators("copy-fails")) {
      var restore = operators.start(Machine.RESTORE, "drill-1", Operators.input());
      var failed = operators.followed(restore);
      assertThat(failed.status()).isEqualTo(ExecutionStatus.FAILED);
      assertThat(failed.error()).isEqualTo("aurora.restore.error.CopyFailed");

      operators.sfn().redriveExecution(it -> it.executionArn(restore));
      var restored = operators.followed(restore);
      assertThat(restored.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
      var cluster = Json.MAPPER.readTree(restored.output()).get("cluster_id").asText();
      var rds = operators.aws().rds(operators.home());
      assertThat(rds.describeDBClusters(it -> it.dbClusterIdentifier(cluster)).dbClusters())
          .singleElement()
          .satisfies(it -> assertThat(it.status()).isEqualTo("available"));

      var cleanUp =
          operators.start(
              Machine.CLEAN_UP,
              null,
              Json.MAPPER.createObjectNode().put("operation_id", "drill-1"));
      assertThat(operators.followed(cleanUp).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
      assertThatThrownBy(() -> rds.describeDBClusters(it -> it.dbClusterIdentifier(cluster)))
          .isInstanceOf(DbClusterNotFoundException.class);
      assertThat(operators.broken()).isEmpty();
    }
  }

  @Test
  void whatFunctionsWroteIsInTheirLogsAndInTheTablesPageByPage() {
    try (var operators = new Operators()) {
      operators.followed(operators.start(Machine.RESTORE, "drill-1", Operators.input()));

      var logs = operators.client(CloudWatchLogsClient.builder());
      assertThat(logs.describeLogGroups().logGroups()).hasSize(20);
      assertThat(
              logs.filterLogEventsPaginator(
                      it ->
                          it.logGroupName("/aws/lambda/aurora-restore-notify")
                              .filterPattern("drill-1 \"Notify\"")
                              .limit(2))
                  .events())
          .extracting(FilteredLogEvent::message)
          .hasSizeGreaterThan(2)
          .allMatch(line -> line.contains("drill-1"));

      var dynamoDb = operators.aws().dynamoDb();
      var table = World.AUDIT_TABLE;
      var whole = dynamoDb.scan(it -> it.tableName(table)).items();
      assertThat(whole).hasSizeGreaterThan(3);
      var arn = operators.server().variables().get(StackOutput.AUDIT_TABLE_ARN.key());
      assertThat(arn).isEqualTo("arn:aws:dynamodb:us-west-2:111122223333:table/" + table);
      assertThat(dynamoDb.scanPaginator(it -> it.tableName(arn).limit(2)).items())
          .containsExactlyElementsOf(whole);
      assertThat(
              dynamoDb
                  .scan(
                      it ->
                          it.tableName(table)
                              .filterExpression("#event = :event")
                              .expressionAttributeNames(Map.of("#event", "event"))
                              .expressionAttributeValues(
                                  Map.of(":event", AttributeValue.fromS("STARTED"))))
                  .items())
          .hasSize(1);
    }
  }

  @Test
  void theDeploymentIsFoundByItsStackAndLookedOver() {
    try (var operators = new Operators()) {
      assertThat(operators.client(StsClient.builder()).getCallerIdentity().account())
          .isEqualTo("111122223333");

      var stacks = operators.client(CloudFormationClient.builder());
      var stack = stacks.describeStacks(it -> it.stackName("aurora-restore")).stacks().getFirst();
      assertThat(stack.outputs())
          .extracting(Output::outputKey)
          .contains(StackOutput.RESTORE_MACHINE_ARN.key(), StackOutput.TOPIC_ARN.key());
      assertThatThrownBy(() -> stacks.describeStacks(it -> it.stackName("another")))
          .isInstanceOf(CloudFormationException.class)
          .hasMessageContaining("another does not exist");

      var sfn = operators.sfn();
      assertThat(sfn.listStateMachines().stateMachines())
          .extracting(StateMachineListItem::name)
          .containsExactly("clean-up", "report-failure", "restore");
      assertThat(
              sfn.describeStateMachine(it -> it.stateMachineArn(operators.machine(Machine.RESTORE)))
                  .definition())
          .contains("\"QueryLanguage\"");
    }
  }

  @Test
  void anAlarmTellsOfAnExecutionThatWasStoppedByAFailure() {
    try (var operators = Operators.inNoHurry("copy-fails")) {
      var alarms = operators.client(CloudWatchClient.builder());
      assertThat(alarms.describeAlarms().metricAlarms())
          .hasSize(6)
          .extracting(MetricAlarm::stateValue)
          .containsOnly(StateValue.OK);

      operators.followed(operators.start(Machine.RESTORE, "drill-1", Operators.input()));

      assertThat(alarms.describeAlarms(it -> it.stateValue(StateValue.ALARM)).metricAlarms())
          .extracting(MetricAlarm::alarmName)
          .containsExactly("aurora-restore-RestoreFailed");
    }
  }

  @Test
  void aRunningExecutionIsStopped() {
    try (var operators = Operators.inNoHurry("copy-stalls")) {
      var running = operators.start(Machine.RESTORE, "drill-1", Operators.input());

      operators
          .sfn()
          .stopExecution(it -> it.executionArn(running).error("Stopped").cause("by hand"));

      var stopped = operators.followed(running);
      assertThat(stopped.status()).isEqualTo(ExecutionStatus.ABORTED);
      assertThat(stopped.cause()).isEqualTo("by hand");
    }
  }

  @Test
  void aDeadLetterIsReceivedAndDeleted() {
    try (var operators = new Operators()) {
      var sqs = operators.client(SqsClient.builder());
      var queue =
          operators.server().variables().get(StackOutput.FAILURE_REPORT_DEAD_LETTERS_URL.key());
      assertThat(sqs.receiveMessage(it -> it.queueUrl(queue)).messages()).isEmpty();

      sqs.sendMessage(it -> it.queueUrl(queue).messageBody("{}"));
      var received = sqs.receiveMessage(it -> it.queueUrl(queue).messageAttributeNames("All"));
      var letter = received.messages().getFirst();
      assertThat(letter.body()).isEqualTo("{}");

      sqs.deleteMessage(it -> it.queueUrl(queue).receiptHandle(letter.receiptHandle()));
      assertThat(
              sqs.getQueueAttributes(it -> it.queueUrl(queue).attributeNamesWithStrings("All"))
                  .attributesAsStrings())
          .containsEntry("ApproximateNumberOfMessages", "0")
          .containsEntry("ApproximateNumberOfMessagesNotVisible", "0");
    }
  }

  @Test
  void whoSubscribesByMailIsPending() {
    try (var operators = new Operators()) {
      var sns = operators.aws().sns();
      var topic = operators.server().variables().get(StackOutput.TOPIC_ARN.key());

      sns.subscribe(it -> it.topicArn(topic).protocol("email").endpoint("me@example.com"));
      var queue = sns.subscribe(it -> it.topicArn(topic).protocol("sqs").endpoint("arn:aws:sqs:x"));

      assertThat(sns.listSubscriptionsByTopic(it -> it.topicArn(topic)).subscriptions())
          .extracting(Subscription::subscriptionArn)
          .containsExactly("PendingConfirmation", queue.subscriptionArn());
      sns.unsubscribe(it -> it.subscriptionArn(queue.subscriptionArn()));
      assertThat(sns.listSubscriptionsByTopic(it -> it.topicArn(topic)).subscriptions()).hasSize(1);
      assertThat(sns.listTopics().topics()).hasSize(1);
    }
  }

  @Test
  void anInstanceIsRebooted() {
    try (var operators = new Operators()) {
      var source = operators.aws().rds("us-east-1");
      var instance = source.describeDBInstances().dbInstances().getFirst().dbInstanceIdentifier();

      assertThat(
              source
                  .rebootDBInstance(it -> it.dbInstanceIdentifier(instance))
                  .dbInstance()
                  .dbInstanceStatus())
          .isEqualTo("rebooting");
      source.waiter().waitUntilDBInstanceAvailable(it -> it.dbInstanceIdentifier(instance));
    }
  }
}
