package aurora.restore.simulation.rds;

import static aurora.restore.simulation.rds.RefusalAssert.assertRefused;
import static aurora.restore.simulation.rds.Rig.ACCOUNT;
import static aurora.restore.simulation.rds.Rig.OTHER_ACCOUNT;
import static aurora.restore.simulation.rds.Rig.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterSnapshotsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterSnapshotsResponse;
import software.amazon.awssdk.services.rds.model.Filter;

class DescribeSnapshotsTest {
  private static final String AUTOMATED =
      RegionSetUp.automatedSnapshotName("orders", Instant.parse("2026-11-22T03:07:00Z"));

  private final Rig rig = new Rig();

  @Test
  void pagesHoldEverySnapshotOnceInNoParticularOrder() {
    var names = new ArrayList<String>();
    for (int i = 100; i < 150; i++) {
      names.add("s" + i);
      rig.west().snapshot("s" + i).of("orders").unencrypted().exists();
    }
    var listed = new ArrayList<String>();
    String marker = null;
    var pages = 0;
    do {
      var page = describe(request().maxRecords(20).marker(marker));
      listed.addAll(names(page));
      marker = page.marker();
      pages++;
    } while (marker != null);
    assertThat(pages).isEqualTo(3);
    assertThat(listed).containsExactlyInAnyOrderElementsOf(names).isNotEqualTo(names);
  }

  @Test
  void snapshotThatComesBetweenTwoPagesShiftsNone() {
    for (int i = 100; i < 130; i++) {
      rig.west().snapshot("s" + i).unencrypted().exists();
    }
    var first = describe(request().maxRecords(20));
    var all = new ArrayList<>(names(first));
    rig.west().snapshot("newcomer").unencrypted().exists();
    var second = names(describe(request().maxRecords(20).marker(first.marker())));
    second.removeIf("newcomer"::equals);
    all.addAll(second);
    assertThat(all).hasSize(30).doesNotHaveDuplicates();
  }

  @Test
  void pageSizeIsTwentyToAHundred() {
    assertRefused("InvalidParameterValue", () -> describe(request().maxRecords(19)));
    assertRefused("InvalidParameterValue", () -> describe(request().maxRecords(101)));
    assertRefused("InvalidParameterValue", () -> describe(request().marker("no marker")));
  }

  @Test
  void clusterAndSnapshotExcludeEachOther() {
    assertRefused(
        "InvalidParameterCombination",
        () -> describe(request().dbClusterIdentifier("a").dbClusterSnapshotIdentifier("b")));
  }

  @Test
  void unknownNameIsAFaultAndUnknownClusterAnEmptyList() {
    assertRefused(
        "DBClusterSnapshotNotFoundFault",
        404,
        () -> describe(request().dbClusterSnapshotIdentifier("none")));
    assertThat(describe(request().dbClusterIdentifier("none")).dbClusterSnapshots()).isEmpty();
  }

  @Test
  void automatedOneIsFoundByNameWithItsTypeOnly() {
    rig.west().snapshot(AUTOMATED).of("orders").unencrypted().exists();
    assertThat(AUTOMATED).isEqualTo("rds:orders-2026-11-22-03-07");
    assertRefused(
        "DBClusterSnapshotNotFoundFault",
        404,
        () -> describe(request().dbClusterSnapshotIdentifier(AUTOMATED)));
    var found =
        describe(request().dbClusterSnapshotIdentifier(AUTOMATED).snapshotType("automated"));
    assertThat(found.dbClusterSnapshots())
        .extracting(DBClusterSnapshot::dbClusterSnapshotArn)
        .containsExactly(
            "arn:aws:rds:us-west-2:111122223333:cluster-snapshot:rds:orders-2026-11-22-03-07");
    assertThat(names(describe(request().dbClusterIdentifier("ORDERS")))).containsExactly(AUTOMATED);
  }

  @Test
  void typesAndFiltersSelect() {
    rig.west().snapshot(AUTOMATED).of("orders").unencrypted().exists();
    rig.west().snapshot("mine").of("billing").unencrypted().exists();
    assertThat(names(describe(request().snapshotType("manual")))).containsExactly("mine");
    assertThat(names(describe(request().filters(filter("db-cluster-id", "billing")))))
        .containsExactly("mine");
    assertRefused("InvalidParameterValue", () -> describe(request().snapshotType("old")));
    assertRefused(
        "InvalidParameterValue", () -> describe(request().filters(filter("colour", "red"))));
  }

  @Test
  void sharedOnesAreSeenWhenAskedForByTheirArnAndWithoutTags() {
    var arn =
        rig.rds
            .in(OTHER_ACCOUNT, WEST)
            .snapshot("theirs")
            .of("orders")
            .unencrypted()
            .sharedWith(ACCOUNT)
            .tag("plan", "secret")
            .exists();
    assertThat(names(describe(request()))).isEmpty();
    assertThat(names(describe(request().snapshotType("shared")))).containsExactly("theirs");
    var byArn = describe(request().dbClusterSnapshotIdentifier(arn).includeShared(true));
    assertThat(byArn.dbClusterSnapshots().getFirst().tagList()).isEmpty();
    assertRefused(
        "DBClusterSnapshotNotFoundFault",
        404,
        () -> describe(request().dbClusterSnapshotIdentifier(arn)));
  }

  @Test
  void copyInProgressHasNoCreateTimeYet() {
    rig.local();
    assertThat(rig.copy(Rig.copyOf("local-1")).snapshotCreateTime()).isNull();
    rig.passHours(24);
    assertThat(rig.snapshot("copy-1").snapshotCreateTime()).isNotNull();
  }

  @Test
  void freshCopyMayBeMissedForAMomentAlthoughItsNameIsTaken() {
    rig.rds.consistentWithin(Duration.ofSeconds(10));
    rig.local();
    rig.copy(Rig.copyOf("local-1"));
    assertRefused("DBClusterSnapshotNotFoundFault", 404, () -> rig.snapshot("copy-1"));
    assertRefused("DBClusterSnapshotAlreadyExistsFault", () -> rig.copy(Rig.copyOf("local-1")));
    rig.pass(Duration.ofSeconds(10));
    assertThat(rig.snapshot("copy-1").status()).isEqualTo("copying");
  }

  private DescribeDbClusterSnapshotsResponse describe(
      DescribeDbClusterSnapshotsRequest.Builder request) {
    return rig.call(
        "DescribeDBClusterSnapshots", request.build(), DescribeDbClusterSnapshotsResponse.class);
  }

  private static DescribeDbClusterSnapshotsRequest.Builder request() {
    return DescribeDbClusterSnapshotsRequest.builder();
  }

  private static Filter filter(String name, String value) {
    return Filter.builder().name(name).values(value).build();
  }

  private static List<String> names(DescribeDbClusterSnapshotsResponse page) {
    return new ArrayList<>(
        page.dbClusterSnapshots().stream()
            .map(DBClusterSnapshot::dbClusterSnapshotIdentifier)
            .toList());
  }
}
