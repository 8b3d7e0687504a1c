package aurora.restore.world;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.engine.TaskRunner.Outcome;
import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Faults;
import aurora.restore.simulation.wire.HttpCall;
import aurora.restore.stories.RunbookInput;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Functions that run elsewhere than in this JVM. */
class ElsewhereTest {
  private static ObjectNode input() {
    return RunbookInput.input().json();
  }

  @Test
  void everyInvocationGoesThereAndItsOutcomeComesBack() {
    var invoked = new ArrayList<String>();
    try (var world = World.of(input(), 1);
        var usual = World.of(input(), 1)) {
      world.runFunctions(
          here ->
              (function, payload) -> {
                invoked.add(function);
                return here.run(function, payload);
              });

      var run = world.restore("drill-1", input());

      assertThat(invoked).startsWith("PlanRestore", "RecordAudit", "Notify", "CopySnapshot");
      assertThat(run.execution().history())
          .isEqualTo(usual.restore("drill-1", input()).execution().history());
    }
  }

  @Test
  void whatFailsThereFailsTheExecutionUnderItsName() {
    try (var world = World.of(input(), 1)) {
      world.runFunctions(here -> (function, payload) -> new Outcome.Failed("Some.Error", "cause"));

      var run = world.restore("drill-1", input());

      assertThat(run.execution().status()).isEqualTo(ExecutionStatus.FAILED);
      assertThat(run.execution().error()).isEqualTo("Some.Error");
    }
  }

  @Test
  void faultsStrikeThereToo() {
    try (var world = World.of(input(), 1)) {
      world.runFunctions(here -> (function, payload) -> new Outcome.Answered(payload));
      world
          .invocationFaults()
          .add(
              new InvocationFault() {
                @Override
                public Optional<Outcome.Failed> before(String function, JsonNode payload) {
                  return Optional.of(new Outcome.Failed("Struck", function));
                }
              });

      assertThat(world.restore("drill-1", input()).execution().error()).isEqualTo("Struck");
    }
  }

  @Test
  void whatCallsOverAFunctionsWireIsTakenForThatFunction() {
    var callers = new ArrayList<Caller>();
    try (var world = World.of(input(), 1)) {
      world
          .callFaults()
          .add(
              Faults.before(
                  (caller, service, operation, request) -> {
                    callers.add(caller);
                    throw new AwsError("AccessDenied", 403, "not you");
                  }));

      var reply = world.wire("CopySnapshot").answer(describeClusters());

      assertThat(callers).containsExactly(new Caller(world.account(), "eu-west-1", "CopySnapshot"));
      assertThat(reply.status()).isEqualTo(403);
      assertThat(new String(reply.body(), StandardCharsets.UTF_8)).contains("not you");
    }
  }

  private static HttpCall describeClusters() {
    var headers =
        Map.of(
            "Authorization",
            List.of(
                "AWS4-HMAC-SHA256 Credential=AKIAANY/20261123/eu-west-1/rds/aws4_request,"
                    + " SignedHeaders=host, Signature=0"),
            "Content-Type",
            List.of("application/x-www-form-urlencoded; charset=UTF-8"));
    var body = "Action=DescribeDBClusters&Version=2014-10-31".getBytes(StandardCharsets.UTF_8);
    return new HttpCall("POST", "rds.eu-west-1.amazonaws.com", "/", headers, body);
  }

  @Test
  void theSettingsAreThoseThatFunctionsInHereAreToldToo() {
    try (var world = World.of(input(), 1)) {
      assertThat(world.settings().region()).isEqualTo("us-west-2");
      assertThat(world.settings().topicArn()).isEqualTo(world.topicArn());
    }
  }
}
