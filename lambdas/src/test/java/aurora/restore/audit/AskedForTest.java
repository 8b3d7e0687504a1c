package aurora.restore.audit;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.operation.Milestone;
import aurora.restore.operation.OwnedResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be there: by the state that a restore ended at, and by the milestone it reached. */
class AskedForTest {
  private static final String COPY = "cluster snapshot drill-1-copy";
  private static final String SUBNETS = "subnet group drill-1-subnets";
  private static final String CLUSTER = "cluster orders-drill-1";
  private static final String WRITER = "instance orders-drill-1-1";
  private static final String READER = "instance orders-drill-1-2";

  @ParameterizedTest
  @ValueSource(strings = {"Plan Restore", "Record Started", "Copy Needed?"})
  void nothingIsAskedForBeforeTheCopy(String state) {
    assertThat(AskedFor.until(state, Given.PLAN)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Copy Snapshot", "Pause For Copy Slot", "Notify Snapshot Copied"})
  void copyIsAskedForFirst(String state) {
    assertThat(AskedFor.until(state, Given.PLAN))
        .map(OwnedResource::toString)
        .containsExactly(COPY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Restore Cluster", "Wait For Cluster", "Notify Cluster Restored"})
  void clusterComesWithItsSubnetGroup(String state) {
    assertThat(AskedFor.until(state, Given.PLAN))
        .map(OwnedResource::toString)
        .containsExactly(COPY, SUBNETS, CLUSTER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Create Instance", "Pause For Busy Cluster", "Pause For Instance"})
  void writerComesBeforeTheReaders(String state) {
    assertThat(AskedFor.until(state, Given.PLAN))
        .map(OwnedResource::toString)
        .containsExactly(COPY, SUBNETS, CLUSTER, WRITER);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"Readers", "Verify Restore", "Run Checks"})
  void allMayBeThereAtLastAndWhereNobodyKnows(String state) {
    assertThat(AskedFor.until(state, Given.PLAN))
        .map(OwnedResource::toString)
        .containsExactly(COPY, SUBNETS, CLUSTER, WRITER, READER);
  }

  @Test
  void snapshotThatIsRestoredAsItIsHasNoCopy() {
    assertThat(AskedFor.until("Wait For Copy", Given.withoutCopy())).isEmpty();
    assertThat(AskedFor.until(null, Given.withoutCopy()))
        .map(OwnedResource::toString)
        .containsExactly(SUBNETS, CLUSTER, WRITER);
  }

  @ParameterizedTest
  @CsvSource({"STARTED, 0", "SNAPSHOT_COPIED, 1", "CLUSTER_RESTORED, 3", "INSTANCES_READY, 5"})
  void milestoneTellsWhatIsThereForCertain(Milestone reached, int count) {
    assertThat(Made.by(reached, Given.PLAN))
        .hasSize(count)
        .allMatch(it -> it.region().equals("eu-west-1"))
        .map(it -> it.kind().replace('-', ' ') + " " + it.id())
        .isSubsetOf(COPY, SUBNETS, CLUSTER, WRITER, READER);
  }

  @ParameterizedTest
  @EnumSource(names = {"SNAPSHOT_COPIED", "COMPLETED"})
  void withoutACopyNoneIsThere(Milestone reached) {
    assertThat(Made.by(reached, Given.withoutCopy())).noneMatch(it -> it.kind().endsWith("shot"));
  }
}
