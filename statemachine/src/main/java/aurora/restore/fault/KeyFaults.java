package aurora.restore.fault;

import aurora.restore.simulation.AwsError;
import java.util.List;
import software.amazon.awssdk.services.kms.model.KeyState;

/** What goes wrong with the key that the input names. */
final class KeyFaults {
  private KeyFaults() {}

  static List<Fault> all() {
    return List.of(
        Fault.of(
            "key-disabled",
            "The key of the target region is disabled when the restore starts.",
            (stage, none) -> disabled(stage)),
        Fault.of(
            "key-disabled-late",
            "The key is disabled after the checks, just before the copy starts.",
            (stage, none) -> disabledOnEntering(stage, "Copy Snapshot")),
        Fault.of(
            "key-disabled-during-restore",
            "The key is disabled while the cluster is being restored: the cluster is lost.",
            (stage, none) -> disabledOnEntering(stage, "Wait For Cluster")),
        Fault.of(
            "key-not-granted",
            "The key's policy doesn't let the function that copies create a grant.",
            (stage, none) -> notGranted(stage)),
        Fault.of(
            "evidence-refused",
            "The key that signs evidence is disabled: none is written, and nothing else is wrong.",
            (stage, none) -> evidenceRefused(stage)));
  }

  private static Runnable evidenceRefused(Stage stage) {
    var world = stage.world();
    var arn = world.settings().evidence().keyArn();
    var key = world.kms().find(world.account(), arn.split(":")[3], arn).orElseThrow();
    stage.onEntering("Record Evidence", () -> key.state(KeyState.DISABLED));
    return () -> key.state(KeyState.ENABLED);
  }

  private static Runnable disabled(Stage stage) {
    var key = stage.key();
    key.state(KeyState.DISABLED);
    stage.strike();
    return () -> key.state(KeyState.ENABLED);
  }

  private static Runnable disabledOnEntering(Stage stage, String state) {
    var key = stage.key();
    stage.onEntering(state, () -> key.state(KeyState.DISABLED));
    return () -> key.state(KeyState.ENABLED);
  }

  private static Runnable notGranted(Stage stage) {
    var key = stage.key();
    return new RefusedCalls(
            stage,
            stage.calls("rds:CopyDBClusterSnapshot"),
            null,
            (caller, service, operation) ->
                new AwsError(
                    "KMSKeyNotAccessibleFault",
                    400,
                    ("The specified KMS key [%s] does not exist, is not enabled or you do not have"
                            + " permissions to access it.")
                        .formatted(key.arn())))
        .begin();
  }
}
