package aurora.restore.simulation.rds;

import static aurora.restore.simulation.rds.RefusalAssert.assertRefused;
import static aurora.restore.simulation.rds.Rig.MYSQL;
import static aurora.restore.simulation.rds.Rig.VERSION;
import static aurora.restore.simulation.rds.Rig.instanceOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.model.DBClusterMember;

/** What a world can be filled with. */
class SetUpTest {
  private final Rig rig = new Rig();

  @Test
  void clusterHasItsWriterItsReadersAndItsNetwork() {
    rig.west()
        .cluster("Orders")
        .engine(MYSQL, VERSION)
        .network("dr", List.of("sg-dr"))
        .encryptedWith(rig.westKey.arn())
        .port(3307)
        .scaling(0.5, 8)
        .instance("o-1", "db.r6g.large")
        .instance("o-2", "db.serverless", Map.of("team", "shop"))
        .tag("team", "shop")
        .exists();
    var cluster = rig.cluster("orders");
    assertThat(cluster.status()).isEqualTo("available");
    assertThat(cluster.port()).isEqualTo(3307);
    assertThat(cluster.dbSubnetGroup()).isEqualTo("dr");
    assertThat(cluster.serverlessV2ScalingConfiguration().maxCapacity()).isEqualTo(8);
    assertThat(cluster.dbClusterMembers())
        .filteredOn(DBClusterMember::isClusterWriter)
        .extracting(DBClusterMember::dbInstanceIdentifier)
        .containsExactly("o-1");
    assertThat(rig.instance("o-2").dbInstanceClass()).isEqualTo("db.serverless");
    assertThat(rig.instance("o-2").tagList()).hasSize(1);
  }

  @Test
  void snapshotTakesFromItsClusterWhatIsNotSaidOtherwise() {
    rig.west()
        .cluster("orders")
        .engine(MYSQL, VERSION)
        .encryptedWith(rig.westKey.arn())
        .port(3307)
        .sizeGib(2000)
        .exists();
    rig.west().snapshot("s-1").of("orders").sizeGib(500).exists();
    var snapshot = rig.snapshot("s-1");
    assertThat(snapshot.engineVersion()).isEqualTo(VERSION);
    assertThat(snapshot.kmsKeyId()).isEqualTo(rig.westKey.arn());
    assertThat(snapshot.port()).isZero();
    assertThat(snapshot.allocatedStorage()).isEqualTo(1);
    assertThat(snapshot.dbClusterResourceId())
        .isEqualTo(rig.cluster("orders").dbClusterResourceId());
  }

  @Test
  void restoreThatNamesNoPortGetsThatOfTheSnapshotsClusterThoughNoAnswerTellsIt() {
    rig.west()
        .cluster("orders")
        .engine(MYSQL, VERSION)
        .encryptedWith(rig.westKey.arn())
        .port(3307)
        .exists();
    rig.west().snapshot("s-1").of("orders").exists();
    assertThat(rig.restore(Rig.restoreOf("s-1")).port()).isEqualTo(3307);
    rig.west().snapshot("s-2").of("gone").engine(MYSQL, VERSION).exists();
    assertThat(rig.restore(Rig.restoreOf("s-2").dbClusterIdentifier("other")).port())
        .isEqualTo(3306);
  }

  @Test
  void copyOfAnEarlierRunMayHaveFailed() {
    var source = rig.source();
    rig.west()
        .snapshot("copy-1")
        .encryptedWith(rig.westKey.arn())
        .copiedFrom(source)
        .status("failed")
        .tag("operation", "op-1")
        .exists();
    assertThat(rig.snapshot("copy-1").status()).isEqualTo("failed");
    assertThat(rig.snapshot("copy-1").sourceDBClusterSnapshotArn()).isEqualTo(source);
    assertRefused(
        "DBClusterSnapshotAlreadyExistsFault",
        () -> rig.copy(Rig.copyOf(source).kmsKeyId("alias/dr")));
  }

  @Test
  void nothingHasTheNameOfAnotherThing() {
    rig.local();
    assertThatThrownBy(rig::local).hasMessageContaining("cluster-snapshot:local-1");
  }

  @Test
  void statusesCanBeForcedDuringAStory() {
    rig.restored();
    rig.create(instanceOf("restored", "r-1"));
    rig.west()
        .instanceEntersStatus("r-1", "storage-full")
        .clusterEntersStatus("restored", "failing-over")
        .snapshotEntersStatus("local-1", "failed");
    rig.passHours(5);
    assertThat(rig.instance("r-1").dbInstanceStatus()).isEqualTo("storage-full");
    assertThat(rig.cluster("restored").status()).isEqualTo("failing-over");
    assertThat(rig.snapshot("local-1").status()).isEqualTo("failed");
  }

  @Test
  void accountsAndRegionsKnowNothingOfEachOther() {
    rig.rds.in(Rig.OTHER_ACCOUNT, Rig.WEST).cluster("theirs").exists();
    rig.east().cluster("east").exists();
    assertRefused("DBClusterNotFoundFault", 404, () -> rig.cluster("theirs"));
    assertRefused("DBClusterNotFoundFault", 404, () -> rig.cluster("east"));
  }
}
