package aurora.restore.stories.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.edge.Json;
import aurora.restore.operation.Ownership;
import aurora.restore.simulation.rds.RegionSetUp;
import aurora.restore.world.Run;
import aurora.restore.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * A world in which all that the runbook's input names exists, for a story to take something away
 * from, and what becomes of a restore in it.
 */
final class Scene implements AutoCloseable {
  static final String ACCOUNT = "111122223333";
  static final String OTHER_ACCOUNT = "444455556666";
  static final String EAST = "us-east-1";
  static final String WEST = "us-west-2";
  static final String MYSQL = "aurora-mysql";
  static final String VERSION = "8.0.mysql_aurora.3.08.0";
  static final String KEY = "7a96e7b2-0000-4000-8000-00000000dcba";
  static final String COPY = "aurora-restore-drill-1";
  static final String CLUSTER = "orders-drill-1";

  final World world;
  final Calls calls;
  final ObjectNode input;

  private Scene(ObjectNode input, JsonNode furnishing, Calls calls) {
    this.input = input;
    this.calls = calls;
    this.world = new World(World.describedBy(furnishing), World.home(furnishing), 1, calls);
  }

  /** The runbook's own input; the world has what it names. */
  static Scene of() {
    return of(input -> {});
  }

  static Scene of(Consumer<ObjectNode> change) {
    return of(change, new Calls());
  }

  static Scene of(Consumer<ObjectNode> change, Calls calls) {
    var input = runbook();
    change.accept(input);
    return new Scene(input, input, calls);
  }

  /** An encrypted snapshot and a key for its copy. */
  static Scene encrypted() {
    return of(input -> input.put("kms_key_id", KEY));
  }

  private static ObjectNode runbook() {
    var input = Json.MAPPER.createObjectNode();
    input.put("snapshot_id", "orders-2026-11-22");
    input.put("source_region", EAST);
    input.put("target_region", WEST);
    input.put("vpc_id", "vpc-1");
    input.putArray("subnet_ids").add("subnet-1").add("subnet-2").add("subnet-3");
    input.putArray("security_group_ids").add("sg-1");
    return input;
  }

  /** Changes what is there. */
  Scene with(Consumer<Scene> change) {
    change.accept(this);
    return this;
  }

  /** Asks for something that the world wasn't furnished for. */
  Scene asking(Consumer<ObjectNode> change) {
    change.accept(input);
    return this;
  }

  RegionSetUp west() {
    return world.rds(WEST);
  }

  RegionSetUp east() {
    return world.rds(EAST);
  }

  Run run() {
    return world.restore("drill-1", input);
  }

  /**
   * Has the restore run and be refused before it makes or records anything.
   *
   * @return what the operator reads
   */
  String refusal() {
    var before = world.resources();
    var run = run();
    assertThat(run.execution().status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(run.execution().failedState()).isEqualTo("Plan Restore");
    assertThat(run.execution().error()).isEqualTo("aurora.restore.error.PreflightFailed");
    assertThat(world.resources()).isEqualTo(before);
    assertThat(run.state()).isEmpty();
    return run.errorMessage();
  }

  /** The findings of a dry run, each as the error would tell it. */
  List<String> dryRunFindings() {
    var before = world.resources();
    var run =
        world.restore(
            "dry-1", input.deepCopy().put("dry_run", true).put("operation_id", "drill-1"));
    assertThat(run.execution().status())
        .as(run.errorMessage())
        .isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(world.resources()).isEqualTo(before);
    return run.execution()
        .output()
        .get("findings")
        .valueStream()
        .map(
            it ->
                it.get("key").asText()
                    + ": "
                    + it.get("problem").asText()
                    + "; "
                    + it.get("remedy").asText())
        .toList();
  }

  /** The warnings of a restore that went on. */
  List<String> warnings() {
    var run = run();
    assertThat(run.execution().status())
        .as(run.errorMessage())
        .isEqualTo(ExecutionStatus.SUCCEEDED);
    return run.execution().output().get("warnings").valueStream().map(JsonNode::asText).toList();
  }

  /** What a resource of an operation is tagged with. */
  static Map<String, String> ownedBy(String operation) {
    return Map.of(Ownership.TAG, operation);
  }

  @Override
  public void close() {
    world.close();
  }
}
