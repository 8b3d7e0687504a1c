package aurora.restore.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import aurora.restore.machine.Machine;
import aurora.restore.world.World;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sqs.SqsClient;

class BadClientsTest {
  private static final String SCOPE =
      "AWS4-HMAC-SHA256 Credential=AKIATEST/20261126/us-west-2/%s/aws4_request, Signature=0";

  @Test
  void anUnknownOperationIsRefusedInTheCallersDialectByItsName() {
    try (var operators = new Operators()) {
      var aws = operators.aws();
      requireRefused(
          "InvalidAction", "DescribeCertificates", aws.rds("us-west-2")::describeCertificates);
      requireRefused("InvalidAction", "DescribeVpcs", aws.ec2("us-west-2")::describeVpcs);
      requireRefused("UnknownOperationException", "ListActivities", aws.sfn()::listActivities);
      requireRefused("UnknownOperationException", "ListKeys", aws.kms("us-west-2")::listKeys);
      requireRefused("UnknownOperationException", "ListTables", aws.dynamoDb()::listTables);
      requireRefused(
          "UnknownOperationException",
          "ListMetrics",
          operators.client(CloudWatchClient.builder())::listMetrics);
      requireRefused(
          "UnknownOperationException",
          "DescribeQueries",
          operators.client(CloudWatchLogsClient.builder())::describeQueries);
      requireRefused(
          "UnknownOperationException",
          "CreateQueue",
          () -> operators.client(SqsClient.builder()).createQueue(it -> it.queueName("q")));
      assertThat(operators.broken()).isEmpty();
    }
  }

  private static void requireRefused(String code, String operation, ThrowingCallable call) {
    assertThatThrownBy(call)
        .asInstanceOf(type(AwsServiceException.class))
        .satisfies(
            refusal -> {
              assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo(code);
              assertThat(refusal.awsErrorDetails().errorMessage()).contains(operation);
              assertThat(refusal.statusCode()).isEqualTo(400);
            });
  }

  @Test
  void aServiceThatIsNotSimulatedIsRefusedToo() throws Exception {
    try (var operators = new Operators();
        var http = HttpClient.newHttpClient()) {
      var events =
          http.send(
              call(operators, "events")
                  .header("Content-Type", "application/x-amz-json-1.1")
                  .header("X-Amz-Target", "AWSEvents.ListRules")
                  .POST(HttpRequest.BodyPublishers.ofString("{}"))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(events.statusCode()).isEqualTo(400);
      assertThat(events.body()).contains("UnknownOperationException", "events");

      var s3 = http.send(call(operators, "s3").GET().build(), HttpResponse.BodyHandlers.ofString());
      assertThat(s3.body()).contains("<Code>InvalidAction</Code>", "s3");
    }
  }

  private static HttpRequest.Builder call(Operators operators, String service) {
    return HttpRequest.newBuilder(operators.endpoint())
        .header("Authorization", SCOPE.formatted(service));
  }

  @Test
  void anUnsignedCallIsRefused() throws Exception {
    try (var operators = new Operators();
        var http = HttpClient.newHttpClient()) {
      var form =
          HttpRequest.newBuilder(operators.endpoint())
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString("Action=DescribeDBClusters"))
              .build();
      var reply = http.send(form, HttpResponse.BodyHandlers.ofString());
      assertThat(reply.statusCode()).isEqualTo(403);
      assertThat(reply.body()).contains("<Code>MissingAuthenticationToken</Code>");
    }
  }

  @Test
  void nobodyIsAnsweredByAnotherNameThanThisMachines() throws Exception {
    try (var operators = new Operators();
        var socket = socket(operators)) {
      socket
          .getOutputStream()
          .write(
              "GET / HTTP/1.1\r\nHost: rds.us-east-1.amazonaws.com\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.UTF_8));
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 403")
          .contains("not rds.us-east-1.amazonaws.com");
    }
  }

  @Test
  void aClientThatIsKilledLeavesTheOthersServed() throws Exception {
    try (var operators = new Operators()) {
      for (int killed = 0; killed < 20; killed++) {
        try (var socket = socket(operators)) {
          var half = killed % 2 == 0 ? "POST / HT" : wholeCall();
          socket.getOutputStream().write(half.getBytes(StandardCharsets.UTF_8));
          socket.setSoLinger(true, 0); // the peer is gone, without a farewell
        }
      }

      var restore = operators.start(Machine.RESTORE, "drill-1", Operators.input());
      assertThat(operators.followed(restore).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
      assertThat(operators.broken()).isEmpty();
    }
  }

  private static Socket socket(Operators operators) throws Exception {
    return new Socket(InetAddress.getLoopbackAddress(), operators.server().port());
  }

  private static String wholeCall() {
    return "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: "
        + SCOPE.formatted("states")
        + "\r\nX-Amz-Target: AWSStepFunctions.ListStateMachines\r\nContent-Length: 2\r\n\r\n{}";
  }

  @Test
  void twoClientsAtOnceAreBothAnsweredEachTime() {
    try (var operators = new Operators()) {
      var clients =
          IntStream.range(0, 2)
              .mapToObj(client -> CompletableFuture.supplyAsync(() -> started(operators, client)))
              .toList();

      var all = new ArrayList<String>();
      clients.forEach(client -> all.addAll(client.join()));

      assertThat(all).hasSize(40).doesNotHaveDuplicates();
      assertThat(all)
          .allSatisfy(
              arn ->
                  assertThat(operators.followed(arn).status())
                      .isEqualTo(ExecutionStatus.SUCCEEDED));
    }
  }

  private static ArrayList<String> started(Operators operators, int client) {
    var arns = new ArrayList<String>();
    for (int number = 0; number < 20; number++) {
      var dry = Operators.input().put("dry_run", true);
      arns.add(operators.start(Machine.RESTORE, "dry-" + client + "-" + number, dry));
    }
    return arns;
  }

  @Test
  void aPortThatIsTakenIsNamed() {
    try (var operators = new Operators();
        var another = World.of(Operators.input(), 1)) {
      var taken = operators.server().port();
      assertThatThrownBy(() -> Server.start(another, taken, 1, broken -> {}))
          .isInstanceOf(PortTaken.class)
          .hasMessageContaining("port " + taken + " of 127.0.0.1 is taken");
    }
  }
}
