package aurora.restore.trial.defect;

import aurora.restore.edge.Aws;
import aurora.restore.edge.Edge;
import aurora.restore.engine.TaskRunner;
import aurora.restore.machine.HandlerFunction;
import aurora.restore.simulation.wire.HttpCall;
import aurora.restore.simulation.wire.HttpReply;
import aurora.restore.simulation.wire.VirtualRetries;
import aurora.restore.time.VirtualTime;
import aurora.restore.world.Container;
import aurora.restore.world.FunctionLogs;
import aurora.restore.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.SplittableRandom;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.retry.RetryMode;

/** What is different about a function that has a defect; by default nothing is. */
interface Altered {
  /** What the handler is handed instead of the payload. */
  default JsonNode handed(World world, ObjectNode payload) {
    return payload;
  }

  /** What is asked of AWS instead of a call. */
  default HttpCall asked(Text call, JsonNode payload) {
    return call.http();
  }

  /** What the handler sees instead of AWS's answer. */
  default HttpReply seen(Text call, HttpReply reply, JsonNode payload) {
    return reply;
  }

  /** What is answered to a call without asking AWS; empty where it is asked. */
  default Optional<HttpReply> skipped(Text call, JsonNode payload) {
    return Optional.empty();
  }

  /** What the function answers instead of its outcome. */
  default TaskRunner.Outcome told(TaskRunner.Outcome outcome, JsonNode payload) {
    return outcome;
  }

  /** Has these functions of a world be so. */
  static void in(World world, Altered defect, HandlerFunction... functions) {
    for (var function : functions) {
      var runner = runner(world, defect, function);
      world.runFunctions(
          usual ->
              (called, payload) ->
                  called.equals(function.placeholder())
                      ? runner.run(called, payload)
                      : usual.run(called, payload));
    }
  }

  /** A container is kept warm, as Lambda does: making clients takes longest. */
  private static TaskRunner runner(World world, Altered defect, HandlerFunction function) {
    var name = function.placeholder();
    // What its retries wait for is nobody's business here: their delays pass in a time aside.
    var aside = new VirtualTime(world.now(), new SplittableRandom(1));
    var retries = new VirtualRetries(aside, new SplittableRandom(1));
    var http = new AlteredHttpClient(world.wire(name), defect);
    var aws =
        new Aws(
            world.settings().region(),
            _ -> http,
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIA", "secret")),
            Optional.empty(),
            () -> retries.of(RetryMode.STANDARD));
    var edge = new Edge(aws, world::now, world.settings());
    var container = new Container(name, function.at(edge), new FunctionLogs(world::now));
    return (called, payload) -> {
      var handed = defect.handed(world, payload.deepCopy());
      var outcome =
          ScopedValue.where(AlteredHttpClient.HANDED, handed).call(() -> container.invoke(handed));
      return defect.told(outcome, handed);
    };
  }
}
