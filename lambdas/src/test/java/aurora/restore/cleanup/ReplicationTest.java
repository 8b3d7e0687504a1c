package aurora.restore.cleanup;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import aurora.restore.error.ClusterReplicated;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.rds.model.DBCluster;

class ReplicationTest {
  @Test
  void clusterOfItsOwnMayGo() {
    assertThatCode(() -> refuse(it -> it)).doesNotThrowAnyException();
    assertThatCode(() -> refuse(it -> it.globalClusterIdentifier("").readReplicaIdentifiers()))
        .doesNotThrowAnyException();
  }

  @Test
  void memberOfAGlobalDatabaseIsRefusedWithTheWayOut() {
    assertThatExceptionOfType(ClusterReplicated.class)
        .isThrownBy(() -> refuse(it -> it.globalClusterIdentifier("world")))
        .withMessageContaining("cluster orders-1: it is a member of global database world")
        .withMessageContaining("--region us-west-2 --global-cluster-identifier world")
        .withMessageContaining("aurora-restore:hands-off");
  }

  @ParameterizedTest
  @CsvSource({
    "orders-2, us-west-2, orders-2",
    "arn:aws:rds:eu-west-1:111122223333:cluster:orders-eu, eu-west-1, orders-eu"
  })
  void clusterWithReplicasIsRefusedWithTheRegionOfEach(String replica, String region, String id) {
    assertThatExceptionOfType(ClusterReplicated.class)
        .isThrownBy(() -> refuse(it -> it.readReplicaIdentifiers(replica)))
        .withMessageContaining("it has read replicas: " + replica)
        .withMessageContaining("--region " + region + " --db-cluster-identifier " + id + ")");
  }

  private static void refuse(UnaryOperator<DBCluster.Builder> change) {
    var cluster =
        change
            .apply(
                DBCluster.builder()
                    .dbClusterIdentifier("orders-1")
                    .dbClusterArn("arn:aws:rds:us-west-2:111122223333:cluster:orders-1"))
            .build();
    new Replication(cluster, "us-west-2").refuse();
  }
}
