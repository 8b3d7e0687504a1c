package aurora.restore.cleanup;

import static aurora.restore.cleanup.Account.EARLIER;
import static aurora.restore.cleanup.Account.EXECUTION;
import static aurora.restore.cleanup.Account.OPERATION;
import static aurora.restore.cleanup.Account.handsOff;
import static aurora.restore.cleanup.Account.madeBy;
import static aurora.restore.cleanup.Account.tags;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.cleanup.Fate.Goes;
import aurora.restore.cleanup.Fate.NotOurs;
import aurora.restore.cleanup.Fate.Stays;
import aurora.restore.operation.OwnedResource;
import aurora.restore.operation.Ownership;
import aurora.restore.operation.ResourceKind;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.model.DBCluster;

/** What becomes of each resource, by its own tags and by those of what it belongs to. */
class JudgementTest {
  private static final OwnedResource CLUSTER = new OwnedResource(ResourceKind.CLUSTER, "orders-1");
  private static final OwnedResource INSTANCE = new OwnedResource(ResourceKind.INSTANCE, "i-1");
  private static final OwnedResource COPY =
      new OwnedResource(ResourceKind.CLUSTER_SNAPSHOT, "copy");
  private static final OwnedResource GROUP = new OwnedResource(ResourceKind.SUBNET_GROUP, "ours");

  private final Account account = new Account();

  @Test
  void whatTheOperationMadeGoes() {
    account
        .cluster("orders-1", "available", madeBy(EXECUTION), "i-1")
        .instance("i-1", "orders-1", madeBy(EXECUTION))
        .snapshot("copy", madeBy(EXECUTION))
        .subnetGroup("ours", madeBy(EXECUTION));
    for (var resource : Set.of(CLUSTER, INSTANCE, COPY, GROUP)) {
      assertThat(fate(resource)).isEqualTo(new Goes());
      assertThat(fate(resource, EXECUTION, false)).isEqualTo(new Goes());
    }
    assertThat(judgement(null, false).clustersToGo())
        .extracting(DBCluster::dbClusterIdentifier)
        .containsExactly("orders-1");
  }

  @Test
  void clusterThatIsBeingDeletedNeedsNoDeletion() {
    account.cluster("orders-1", "deleting", madeBy(EXECUTION));
    assertThat(judgement(null, false).clustersToGo()).isEmpty();
  }

  @Test
  void whatIsAnothersOrNobodysIsNotOurs() {
    account.cluster("orders-1", "available", tags(Ownership.TAG, "drill-2"));
    assertThat(fate(CLUSTER)).isEqualTo(new NotOurs("it belongs to operation drill-2"));
    assertThat(judgement(null, false).clustersToGo()).isEmpty();
    account.snapshot("copy", tags());
    assertThat(fate(COPY))
        .isInstanceOfSatisfying(
            NotOurs.class, it -> assertThat(it.owner()).startsWith("no operation made it"));
  }

  @Test
  void instanceIsWhoseItsClusterIs() {
    account.instance("i-1", null, madeBy(EXECUTION));
    assertThat(fate(INSTANCE)).isEqualTo(new NotOurs("it is in no cluster of the operation"));
  }

  @Test
  void instanceOfSomebodysClusterIsSomebodys() {
    account
        .cluster("carts", "available", tags(Ownership.TAG, "drill-2"), "i-1")
        .instance("i-1", "carts", madeBy(EXECUTION));
    assertThat(fate(INSTANCE))
        .isEqualTo(
            new NotOurs(
                "its cluster carts isn't the operation's: it belongs to operation drill-2"));
  }

  @Test
  void instanceOfAClusterThatCameAfterThePlanStays() {
    account
        .cluster("renamed", "available", madeBy(EXECUTION), "i-1")
        .instance("i-1", "renamed", madeBy(EXECUTION));
    assertThat(fate(INSTANCE)).isEqualTo(new Stays("its cluster renamed came after the plan"));
  }

  @Test
  void handsOffOnOneOfThemKeepsAllOfThem() {
    account
        .cluster("orders-1", "available", madeBy(EXECUTION), "i-1", "i-2")
        .instance("i-1", "orders-1", madeBy(EXECUTION))
        .instance("i-2", "orders-1", handsOff())
        .subnetGroup("ours", madeBy(EXECUTION));
    var why = new Stays("tag aurora-restore:hands-off is on instance i-2");
    assertThat(fate(CLUSTER)).isEqualTo(why);
    assertThat(fate(INSTANCE)).isEqualTo(why);
    assertThat(fate(GROUP)).isEqualTo(new Stays("cluster orders-1 uses it"));
  }

  @Test
  void handsOffOnASnapshotOrAGroupKeepsIt() {
    account.snapshot("copy", handsOff()).subnetGroup("ours", handsOff());
    assertThat(fate(COPY))
        .isEqualTo(new Stays("tag aurora-restore:hands-off is on cluster snapshot copy"));
    assertThat(fate(GROUP))
        .isEqualTo(new Stays("tag aurora-restore:hands-off is on subnet group ours"));
  }

  @Test
  void automaticCleanUpTakesWhatItsExecutionMade() {
    account
        .cluster("orders-1", "available", madeBy(EARLIER), "i-1")
        .instance("i-1", "orders-1", madeBy(EXECUTION))
        .snapshot("copy", tags(Ownership.TAG, OPERATION))
        .subnetGroup("ours", madeBy(EARLIER));
    var earlier = new Stays("execution " + EARLIER + " made it");
    assertThat(fate(CLUSTER, EXECUTION, false)).isEqualTo(earlier);
    assertThat(fate(GROUP, EXECUTION, false)).isEqualTo(earlier);
    assertThat(fate(INSTANCE, EXECUTION, false)).isEqualTo(new Goes());
    assertThat(fate(COPY, EXECUTION, false))
        .isEqualTo(new Stays("no tag tells which execution made it"));
  }

  @Test
  void clusterStaysForAnEarlierExecutionsInstance() {
    account
        .cluster("orders-1", "available", madeBy(EXECUTION), "i-1", "guest")
        .instance("i-1", "orders-1", madeBy(EARLIER))
        .instance("guest", "orders-1", tags());
    assertThat(fate(CLUSTER, EXECUTION, false))
        .isEqualTo(new Stays("instance i-1 stays in it: execution " + EARLIER + " made it"));
    assertThat(fate(CLUSTER, null, false)).isEqualTo(new Goes());
  }

  @Test
  void snapshotIsKeptWhereThatWasAskedFor() {
    account.snapshot("copy", madeBy(EXECUTION));
    assertThat(fate(COPY, null, true)).isEqualTo(new Stays("keep_snapshot was asked for"));
  }

  @Test
  void snapshotStaysUntilAClusterThatStaysIsRestored() {
    account.cluster("orders-1", "creating", handsOff()).snapshot("copy", madeBy(EXECUTION));
    assertThat(fate(COPY))
        .isEqualTo(new Stays("cluster orders-1 stays and is creating, and may still need it"));
  }

  @Test
  void snapshotGoesOnceTheClusterThatStaysIsRestored() {
    account.cluster("orders-1", "available", handsOff()).snapshot("copy", madeBy(EXECUTION));
    assertThat(fate(COPY)).isEqualTo(new Goes());
  }

  @Test
  void snapshotIsNotKeptForSomebodysCluster() {
    account.cluster("orders-1", "creating", tags()).snapshot("copy", madeBy(EXECUTION));
    assertThat(fate(COPY)).isEqualTo(new Goes());
  }

  @Test
  void subnetGroupStaysWhereSomebodyLivesInIt() {
    account.cluster("carts", "available", tags()).subnetGroup("ours", madeBy(EXECUTION));
    assertThat(fate(GROUP)).isEqualTo(new Stays("cluster carts uses it"));
  }

  @Test
  void subnetGroupIsntKeptForWhatIsLeavingIt() {
    account.cluster("carts", "deleting", tags()).subnetGroup("ours", madeBy(EXECUTION));
    assertThat(fate(GROUP)).isEqualTo(new Goes());
  }

  private Fate fate(OwnedResource resource) {
    return fate(resource, null, false);
  }

  private Fate fate(OwnedResource resource, String madeBy, boolean keepSnapshot) {
    var found = account.looks().at(resource).orElseThrow();
    return judgement(madeBy, keepSnapshot).of(found);
  }

  private Judgement judgement(String madeBy, boolean keepSnapshot) {
    var named = Set.of(CLUSTER, INSTANCE, COPY, GROUP);
    return new Judgement(
        account.looks(), new Judgement.Scope(OPERATION, madeBy, keepSnapshot, named));
  }
}
