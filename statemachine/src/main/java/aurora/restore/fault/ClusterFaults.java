package aurora.restore.fault;

import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.rds.Course;
import aurora.restore.simulation.rds.Quota;
import aurora.restore.simulation.rds.RdsKind;
import java.time.Duration;
import java.util.List;

/** What goes wrong with the cluster, its name, its network and its quota. */
final class ClusterFaults {
  private static final String RESTORE_CLUSTER = "Restore Cluster";
  private static final String AVAILABLE = "available";
  private static final int QUOTA = 40;

  private ClusterFaults() {}

  static List<Fault> all() {
    return List.of(
        new Fault(
            "cluster-fails",
            "The restored cluster ends in a status that it never leaves.",
            Argument.usually(Argument.Kind.STATUS, "migration-failed"),
            ClusterFaults::fails),
        Fault.of(
            "cluster-stalls",
            "The cluster never becomes available.",
            (stage, none) -> stalls(stage)),
        Fault.of(
            "cluster-name-taken",
            "Somebody else makes a cluster of the new one's name just before the restore.",
            (stage, none) -> nameTaken(stage)),
        Fault.of(
            "cluster-quota-full",
            "The target region holds as many clusters as its quota allows.",
            (stage, none) -> quotaFull(stage)),
        Fault.of(
            "no-cluster-capacity",
            "RDS has no capacity for a cluster when it is asked for one.",
            (stage, none) -> noCapacity(stage)),
        Fault.of(
            "network-unusable",
            "The VPC can't be used any more when the cluster is asked for.",
            (stage, none) -> networkUnusable(stage)),
        Fault.of(
            "cluster-stopped",
            "Somebody stops the restored cluster just before it is verified.",
            (stage, none) -> stopped(stage)));
  }

  private static Runnable fails(Stage stage, String status) {
    stage.onEntering(
        RESTORE_CLUSTER,
        () -> stage.world().durations().nextCluster(Course.endsIn(status, Duration.ofMinutes(9))));
    return () -> {}; // a broken cluster stays so
  }

  private static Runnable stalls(Stage stage) {
    stage.onEntering(
        RESTORE_CLUSTER, () -> stage.world().durations().nextCluster(Course.stalls(0)));
    return () -> finish(stage);
  }

  /** The cluster of the plan is done. */
  static void finish(Stage stage) {
    if (stage.strikes() > 0 && stage.exists(RdsKind.CLUSTER, stage.plan().cluster().id())) {
      stage.target().clusterEntersStatus(stage.plan().cluster().id(), AVAILABLE);
    }
  }

  private static Runnable nameTaken(Stage stage) {
    stage.onEntering(
        RESTORE_CLUSTER, () -> stage.target().cluster(stage.plan().cluster().id()).exists());
    return () -> {
      if (stage.strikes() > 0) {
        stage.target().withoutCluster(stage.plan().cluster().id());
      }
    };
  }

  private static Runnable quotaFull(Stage stage) {
    stage.onEntering(RESTORE_CLUSTER, () -> stage.target().used(Quota.CLUSTERS, QUOTA));
    return () -> {
      if (stage.strikes() > 0) {
        stage.target().used(Quota.CLUSTERS, 0);
      }
    };
  }

  private static Runnable noCapacity(Stage stage) {
    stage.onEntering(RESTORE_CLUSTER, () -> stage.target().withoutClusterCapacity());
    return () -> {
      if (stage.strikes() > 0) {
        stage.target().withClusterCapacity();
      }
    };
  }

  private static Runnable networkUnusable(Stage stage) {
    return new RefusedCalls(
            stage,
            stage.calls("rds:RestoreDBClusterFromSnapshot"),
            null,
            (caller, service, operation) ->
                new AwsError(
                    "InvalidVPCNetworkStateFault",
                    400,
                    "The VPC does not cover all its subnets any more"))
        .begin();
  }

  private static Runnable stopped(Stage stage) {
    stage.onEntering(
        "Verify Restore",
        () -> stage.target().clusterEntersStatus(stage.plan().cluster().id(), "stopped"));
    return () -> finish(stage);
  }
}
