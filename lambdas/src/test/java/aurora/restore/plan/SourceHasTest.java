package aurora.restore.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterRole;
import software.amazon.awssdk.services.rds.model.DomainMembership;

class SourceHasTest {
  static Stream<Arguments> lost() {
    return Stream.of(
        has(
            it -> it.associatedRoles(DBClusterRole.builder().roleArn("arn:role").build()),
            "associated IAM roles (arn:role)"),
        has(
            it -> it.domainMemberships(DomainMembership.builder().domain("corp").build()),
            "Kerberos domain (corp)"),
        has(it -> it.localWriteForwardingStatus("enabled"), "local write forwarding"),
        has(it -> it.localWriteForwardingStatus("enabling"), "local write forwarding"),
        has(it -> it.localWriteForwardingStatus("requested"), "local write forwarding"),
        has(it -> it.globalWriteForwardingRequested(true), "global write forwarding"),
        has(it -> it.globalClusterIdentifier("world"), "membership of a global database (world)"),
        has(it -> it.activityStreamStatus("started"), "database activity stream"),
        has(it -> it.activityStreamStatus("starting"), "database activity stream"),
        has(it -> it.customEndpoints("a", "b"), "custom endpoints (a, b)"),
        has(it -> it.readReplicaIdentifiers("arn:replica"), "read replicas (arn:replica)"),
        has(
            it -> it.replicationSourceIdentifier("arn:of"),
            "replication from another cluster (arn:of)"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("lost")
  void whatARestoreCannotBringAboutIsNamed(Consumer<DBCluster.Builder> has, String words) {
    assertThat(SourceHas.lostOf(DBCluster.builder().applyMutation(has).build()))
        .containsExactly(words);
  }

  @Test
  void whatIsOffIsNotLost() {
    var cluster =
        DBCluster.builder()
            .localWriteForwardingStatus("disabled")
            .globalWriteForwardingRequested(false)
            .activityStreamStatus("stopped")
            .replicationSourceIdentifier("")
            .build();
    assertThat(SourceHas.lostOf(cluster)).isEmpty();
  }

  private static Arguments has(Consumer<DBCluster.Builder> has, String words) {
    return Arguments.of(has, words);
  }
}
