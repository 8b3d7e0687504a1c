package aurora.restore.stories.preflight;

import static aurora.restore.stories.Ending.assertFailed;
import static aurora.restore.stories.Ending.assertSucceeded;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.error.PreflightFailed;
import aurora.restore.operation.Ownership;
import aurora.restore.simulation.rds.DurationModel;
import aurora.restore.stories.Calls;
import aurora.restore.stories.RunbookInput;
import aurora.restore.stories.Story;
import aurora.restore.world.Run;
import aurora.restore.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * A story in whose world all exists that the runbook's input names, to take something away from,
 * and what becomes of a restore in it.
 */
final class Scene extends Story {
  static final String ACCOUNT = RunbookInput.ACCOUNT;
  static final String OTHER_ACCOUNT = RunbookInput.OTHER_ACCOUNT;
  static final String EAST = RunbookInput.SOURCE;
  static final String WEST = RunbookInput.TARGET;
  static final String MYSQL = "aurora-mysql";
  static final String VERSION = "8.0.mysql_aurora.3.08.0";
  static final String KEY = RunbookInput.TARGET_KEY_ID;
  static final String COPY = "aurora-restore-drill-1";
  static final String CLUSTER = "orders-drill-1";

  final ObjectNode input;

  private Scene(ObjectNode input, Calls calls) {
    super(World.describedBy(input), input, 1, DurationModel.steady(), calls);
    this.input = input;
  }

  /** The runbook's own input; the world has what it names. */
  static Scene of() {
    return of(input -> {});
  }

  static Scene of(Consumer<ObjectNode> change) {
    return of(change, new Calls());
  }

  static Scene of(Consumer<ObjectNode> change, Calls calls) {
    var input =
        RunbookInput.input()
            .with("vpc_id", "vpc-1")
            .with("subnet_ids", List.of("subnet-1", "subnet-2", "subnet-3"))
            .with("security_group_ids", List.of("sg-1"))
            .json();
    change.accept(input);
    return new Scene(input, calls);
  }

  /** An encrypted snapshot and a key for its copy. */
  static Scene encrypted() {
    return of(input -> input.put("kms_key_id", KEY));
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

  Run run() {
    return world().restore("drill-1", input);
  }

  /**
   * Has the restore run and be refused before it makes or records anything.
   *
   * @return what the operator reads
   */
  String refusal() {
    var before = world().resources();
    var run = run();
    assertThat(run.execution().status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(run.execution().failedState()).isEqualTo("Plan Restore");
    assertFailed(run, PreflightFailed.class);
    assertThat(world().resources()).isEqualTo(before);
    assertThat(run.state().orElseThrow().has("plan")).as("a claim").isFalse();
    return run.errorMessage();
  }

  /** The findings of a dry run, each as the error would tell it. */
  List<String> dryRunFindings() {
    var before = world().resources();
    var run =
        world()
            .restore("dry-1", input.deepCopy().put("dry_run", true).put("operation_id", "drill-1"));
    assertSucceeded(run);
    assertThat(world().resources()).isEqualTo(before);
    return run.output()
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
    assertSucceeded(run);
    return run.output().get("warnings").valueStream().map(JsonNode::asText).toList();
  }

  /** What a resource of an operation is tagged with. */
  static Map<String, String> ownedBy(String operation) {
    return Map.of(Ownership.TAG, operation);
  }
}
