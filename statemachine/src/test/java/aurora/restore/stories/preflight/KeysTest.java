package aurora.restore.stories.preflight;

import static aurora.restore.stories.Ending.assertSucceeded;
import static aurora.restore.stories.preflight.Scene.ACCOUNT;
import static aurora.restore.stories.preflight.Scene.EAST;
import static aurora.restore.stories.preflight.Scene.KEY;
import static aurora.restore.stories.preflight.Scene.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.simulation.kms.KmsKey;
import aurora.restore.stories.Calls;
import aurora.restore.world.Run;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.kms.model.KeyManagerType;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.rds.model.DBCluster;

/** Keys in every state, by every name, and seen or not. */
class KeysTest {
  private static final String SOURCE_KEY = "5ce0a1b2-0000-4000-8000-00000000abcd";

  /** What is said of each state that keeps a key from being used, %s being the key's command. */
  private static final Map<KeyState, List<String>> REMEDIES =
      Map.of(
          KeyState.DISABLED,
          List.of("enable it (aws kms enable-key %s)"),
          KeyState.PENDING_DELETION,
          List.of(
              "cancel its deletion (aws kms cancel-key-deletion %s)",
              "then enable it (aws kms enable-key %s)"),
          KeyState.PENDING_REPLICA_DELETION,
          List.of(
              "waits for its replicas to be deleted (aws kms cancel-key-deletion %s)",
              "then enable it (aws kms enable-key %s)"),
          KeyState.PENDING_IMPORT,
          List.of(
              "import its key material (aws kms get-parameters-for-import %s, then"
                  + " import-key-material)"),
          KeyState.UNAVAILABLE,
          List.of("reconnect the custom or external key store", "aws kms connect-custom-key-store"),
          KeyState.CREATING,
          List.of("wait until it is Enabled"),
          KeyState.UPDATING,
          List.of("wait until it is Enabled"));

  static Stream<KeyState> unusable() {
    var states = EnumSet.copyOf(KeyState.knownValues());
    states.remove(KeyState.ENABLED);
    return states.stream();
  }

  @ParameterizedTest
  @MethodSource("unusable")
  void aKeyForTheCopyIsRefusedWithTheRemedyOfItsState(KeyState state) {
    try (var scene = Scene.encrypted()) {
      key(scene, WEST, KEY).state(state);
      assertThat(scene.refusal())
          .contains("preflight: 1 finding: kms_key_id: key " + KEY + " in us-west-2 is " + state)
          .contains(remedies(state, WEST, KEY))
          .contains("or name another");
    }
  }

  @ParameterizedTest
  @MethodSource("unusable")
  void theSnapshotsKeyIsRefusedWithTheRemedyOfItsState(KeyState state) {
    try (var scene = Scene.encrypted()) {
      key(scene, EAST, SOURCE_KEY).state(state);
      assertThat(scene.refusal())
          .contains("preflight: 1 finding: snapshot_id: snapshot orders-2026-11-22 is under key ")
          .contains(", which is " + state + ";")
          .contains(remedies(state, EAST, SOURCE_KEY))
          .contains("or name a snapshot under another key");
    }
  }

  /** In a region where RDS was never used, there is no key behind the alias until it is asked. */
  @Test
  void theKeyThatAwsManagesForRdsIsMadeWhereItIsNotThereYet() {
    try (var scene = Scene.encrypted().asking(it -> it.put("kms_key_id", "alias/aws/rds"))) {
      var run = succeeded(scene);
      var key = key(scene, WEST, "alias/aws/rds");
      assertThat(key.manager()).isEqualTo(KeyManagerType.AWS);
      assertThat(cluster(scene, run).kmsKeyId()).isEqualTo(key.arn()).doesNotContain(KEY);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "alias/dr, alias/dr",
    "arn:aws:kms:us-west-2:111122223333:alias/dr, arn:aws:kms:us-west-2:111122223333:alias/dr",
    KEY + ", arn:aws:kms:us-west-2:111122223333:key/" + KEY
  })
  void aKeyThatMayNotBeLookedAtIsUsedAsTheInputNamesIt(String named, String used) {
    var calls = new Calls().denying("kms:DescribeKey");
    try (var scene = Scene.of(it -> it.put("kms_key_id", named), calls)) {
      var run = succeeded(scene);
      var plan = run.state().orElseThrow().get("plan");
      assertThat(plan.at("/copy/kms_key_id").asText()).isEqualTo(used);
      assertThat(plan.at("/cluster/kms_key_id").asText()).isEqualTo(used);
      var behind = named.equals(KEY) ? KEY : "alias/dr";
      assertThat(cluster(scene, run).kmsKeyId()).isEqualTo(key(scene, WEST, behind).arn());
      assertThat(run.output().get("warnings").toString())
          .contains("kms:DescribeKey is denied: key " + named + " in us-west-2 wasn't checked");
    }
  }

  private static Run succeeded(Scene scene) {
    var run = scene.run();
    assertSucceeded(run);
    return run;
  }

  private static List<String> remedies(KeyState state, String region, String id) {
    var key =
        "--region %s --key-id arn:aws:kms:%s:%s:key/%s".formatted(region, region, ACCOUNT, id);
    return REMEDIES.get(state).stream().map(remedy -> remedy.formatted(key)).toList();
  }

  private static KmsKey key(Scene scene, String region, String id) {
    return scene.world().kms().find(ACCOUNT, region, id).orElseThrow();
  }

  private static DBCluster cluster(Scene scene, Run run) {
    var id = run.output().get("cluster_id").asText();
    return scene
        .world()
        .console()
        .rds(WEST)
        .describeDBClusters(query -> query.dbClusterIdentifier(id))
        .dbClusters()
        .getFirst();
  }
}
