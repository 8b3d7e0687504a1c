package aurora.restore.cleanup;

import static aurora.restore.operation.ResourceKind.*;

import aurora.restore.edge.Boundary;
import aurora.restore.error.ClusterReplicated;
import aurora.restore.error.ResourceNotOurs;
import aurora.restore.operation.CleanUpPlan;
import aurora.restore.operation.OwnedResource;
import aurora.restore.operation.ResourceKind;
import aurora.restore.rds.RdsLookup;
import aurora.restore.rds.ResourceLookup;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterMember;
import software.amazon.awssdk.services.rds.model.InvalidDbClusterSnapshotStateException;
import software.amazon.awssdk.services.rds.model.InvalidDbClusterStateException;
import software.amazon.awssdk.services.rds.model.InvalidDbInstanceStateException;
import software.amazon.awssdk.services.rds.model.InvalidDbSubnetGroupStateException;
import software.amazon.awssdk.services.rds.model.InvalidGlobalClusterStateException;
import software.amazon.awssdk.services.rds.model.RdsException;

/**
 * One pass over what is left of an operation: starts every deletion that can be started now, and
 * notes what remains. Remembers nothing of earlier passes, so it may be repeated at any point.
 */
final class DeletionRound {
  private final RdsClient rds;
  private final ResourceLookup looks;
  private final Judgement judgement;
  private final CleanUpPlan plan;

  /** What remains, with its status or what RDS said where it wouldn't delete it yet. */
  private final Map<OwnedResource, String> remaining = new LinkedHashMap<>();

  DeletionRound(RdsClient rds, CleanUpPlan plan) {
    this.rds = rds;
    this.looks = new ResourceLookup(new RdsLookup(rds));
    this.judgement = Judgement.of(looks, plan);
    this.plan = plan;
  }

  /**
   * The final snapshot first, while everything that it is to save is there. Then readers, then the
   * writer, which spares a failover; then the cluster; what it was made from and in when it is gone
   * (Aurora User Guide, "Deleting Aurora DB clusters and DB instances").
   */
  void run() {
    var clusters = judgement.clustersToGo();
    clusters.forEach(new Obstacles(looks, plan)::refuse);
    var last = new FinalSnapshot(looks.rds(), plan);
    last.awaited(clusters).ifPresent(why -> remaining.put(last.resource(), why));
    if (remaining.isEmpty()) {
      delete(writers(clusters));
    }
  }

  private void delete(Set<String> writers) {
    var readers = new LinkedHashSet<>(plan.ids(INSTANCE));
    readers.removeAll(writers);
    var isNextFree = startAll(INSTANCE, readers, true);
    isNextFree = startAll(INSTANCE, writers, isNextFree);
    startAll(CLUSTER, plan.ids(CLUSTER), isNextFree);
    if (remaining.isEmpty()) {
      startAll(CLUSTER_SNAPSHOT, plan.ids(CLUSTER_SNAPSHOT), true);
      startAll(SUBNET_GROUP, plan.ids(SUBNET_GROUP), true);
    }
  }

  /** By name, in the order in which they go. */
  List<OwnedResource> remaining() {
    return List.copyOf(remaining.keySet());
  }

  /** In a few words: {@code 2 instances, cluster}. */
  String inWords() {
    return remaining.keySet().stream()
        .collect(
            Collectors.groupingBy(OwnedResource::kind, LinkedHashMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(it -> counted(it.getKey(), it.getValue()))
        .collect(Collectors.joining(", "));
  }

  /** At length: each with its status, or why RDS won't delete it yet. */
  String atLength() {
    return remaining.entrySet().stream()
        .map(it -> it.getKey() + " (" + it.getValue() + ")")
        .collect(Collectors.joining(", "));
  }

  private static String counted(ResourceKind kind, long count) {
    return count == 1 ? kind.words() : count + " " + kind.words() + "s";
  }

  private Set<String> writers(List<DBCluster> clusters) {
    return clusters.stream()
        .flatMap(cluster -> cluster.dbClusterMembers().stream())
        .filter(member -> Boolean.TRUE.equals(member.isClusterWriter()))
        .map(DBClusterMember::dbInstanceIdentifier)
        .filter(plan.ids(INSTANCE)::contains)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * @param free whether what must go before them is going
   * @return whether all of them are gone or going
   */
  private boolean startAll(ResourceKind kind, Iterable<String> ids, boolean free) {
    var going = free;
    for (var id : ids) {
      going &= isGoing(new OwnedResource(kind, id), free);
    }
    return going;
  }

  /** Looks at a resource and, where it is the operation's own at this moment, has it deleted. */
  private boolean isGoing(OwnedResource resource, boolean free) {
    var found = looks.at(resource).filter(it -> judgement.of(it).goes()).orElse(null);
    if (found == null) {
      return true; // gone, not ours, or to stay
    }
    if (found.arn().equals(plan.sourceSnapshotArn())) {
      throw new ResourceNotOurs(
          resource.toString(), "it is the source of the restore, which is never deleted");
    }
    remaining.put(resource, found.status());
    return found.isDeleting() || (free && isAccepted(resource));
  }

  private boolean isAccepted(OwnedResource resource) {
    try {
      delete(resource);
      return true;
    } catch (InvalidDbInstanceStateException
        | InvalidDbClusterStateException
        | InvalidDbClusterSnapshotStateException
        | InvalidDbSubnetGroupStateException e) {
      remaining.put(resource, Boundary.said(e)); // busy, in use or being deleted: look again
      return false;
    } catch (RdsException e) {
      if (!RdsLookup.isNotFound(e)
          && !Boundary.isDenialOfWhatIsGone(e, () -> looks.at(resource).isPresent())) {
        throw e;
      }
      remaining.remove(resource); // gone between the look and the call: as it should be
      return true;
    }
  }

  private void delete(OwnedResource resource) {
    var id = resource.id();
    switch (resource.kind()) {
      case INSTANCE ->
          rds.deleteDBInstance(call -> call.dbInstanceIdentifier(id).skipFinalSnapshot(true));
      case CLUSTER -> deleteCluster(id);
      case CLUSTER_SNAPSHOT ->
          rds.deleteDBClusterSnapshot(call -> call.dbClusterSnapshotIdentifier(id));
      case SUBNET_GROUP -> rds.deleteDBSubnetGroup(call -> call.dbSubnetGroupName(id));
    }
  }

  private void deleteCluster(String id) {
    if (plan.disableDeletionProtection() && isProtected(id)) {
      rds.modifyDBCluster(
          call -> call.dbClusterIdentifier(id).deletionProtection(false).applyImmediately(true));
    }
    try {
      rds.deleteDBCluster(
          call ->
              call.dbClusterIdentifier(id).skipFinalSnapshot(true).deleteAutomatedBackups(true));
    } catch (InvalidGlobalClusterStateException e) {
      throw new ClusterReplicated(
          "cluster " + id,
          Boundary.said(e),
          "take it out of the global database (aws rds remove-from-global-cluster), its secondary"
              + " clusters first, then redrive the clean-up");
    }
  }

  private boolean isProtected(String id) {
    return looks
        .rds()
        .cluster(id)
        .filter(cluster -> Boolean.TRUE.equals(cluster.deletionProtection()))
        .isPresent();
  }
}
