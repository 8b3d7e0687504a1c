package aurora.restore.plan;

import aurora.restore.audit.OperationRow;
import aurora.restore.audit.OperationTable;
import aurora.restore.operation.Milestone;
import aurora.restore.operation.SourceSnapshot;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The completed restores of the cluster that a snapshot is of: the one that began last first. */
record EarlierRestores(List<OperationRow> newestFirst) {
  /** A cluster grows: what took long ago says little of today. */
  private static final int HEEDED = 3;

  /** What can't be looked up is a warning: it keeps no restore back. */
  static EarlierRestores of(
      OperationTable operations, SourceSnapshot snapshot, PreflightFindings findings) {
    return new EarlierRestores(
        findings
            .unlessDenied(
                "nothing is known of earlier restores of the cluster: waits begin with a guess,"
                    + " and checks by SQL are compared with nothing",
                () -> operations.completed().filter(row -> row.isOfClusterOf(snapshot)).toList())
            .orElse(List.of()));
  }

  /** How long the quickest of the last few took to have its cluster; null where there was none. */
  Long clusterSeconds() {
    return newestFirst.stream()
        .limit(HEEDED)
        .map(row -> row.report().seconds().get(Milestone.CLUSTER_RESTORED.phase()))
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }
}
