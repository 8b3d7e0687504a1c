package aurora.restore.cleanup;

import static aurora.restore.operation.ResourceKind.CLUSTER;
import static aurora.restore.operation.ResourceKind.INSTANCE;

import aurora.restore.cleanup.Fate.Goes;
import aurora.restore.cleanup.Fate.NotOurs;
import aurora.restore.cleanup.Fate.Stays;
import aurora.restore.operation.CleanUpPlan;
import aurora.restore.operation.ClusterStatus;
import aurora.restore.operation.OwnedResource;
import aurora.restore.operation.Ownership;
import aurora.restore.rds.FoundResource;
import aurora.restore.rds.ResourceLookup;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.model.DBCluster;

/**
 * Decides what becomes of each resource, by what RDS shows of it and of what it belongs to at this
 * moment. A cluster, its instances and its subnet group are decided together: none of them is taken
 * from one that stays.
 *
 * @param scope what is to be cleaned up
 */
final class Judgement {
  /**
   * @param operationId whose resources are deleted
   * @param madeBy the execution whose resources alone are deleted; null: all of the operation
   * @param named what the clean-up has in view: a cluster of the operation that is only made or
   *     renamed after the plan isn't
   */
  record Scope(
      String operationId, String madeBy, boolean keepSnapshot, Collection<OwnedResource> named) {}

  private static final String HANDS_OFF = "tag " + Ownership.HANDS_OFF_TAG + " is on ";

  private final ResourceLookup looks;
  private final Scope scope;

  /** Why a cluster stays with all its instances, by its name: looked at once, for all of them. */
  private final Map<String, Optional<String>> handsOff = new HashMap<>();

  /** What lives in each subnet group: listed once, for RDS itself deletes none that is in use. */
  private Map<String, List<FoundResource>> bySubnetGroup;

  Judgement(ResourceLookup looks, Scope scope) {
    this.looks = looks;
    this.scope = scope;
  }

  static Judgement of(ResourceLookup looks, CleanUpPlan plan) {
    return new Judgement(
        looks, new Scope(plan.operationId(), plan.madeBy(), plan.keepSnapshot(), plan.named()));
  }

  Fate of(FoundResource found) {
    if (!found.isOf(scope.operationId())) {
      return new NotOurs(Ownership.inWords(found.tags()));
    }
    return switch (found.resource().kind()) {
      case INSTANCE -> instance(found);
      case CLUSTER -> whyClusterStays(found).<Fate>map(Stays::new).orElseGet(Goes::new);
      case CLUSTER_SNAPSHOT -> snapshot(found);
      case SUBNET_GROUP -> subnetGroup(found);
    };
  }

  /**
   * Its cluster decides first: an instance of somebody's cluster is somebody's, whatever its tag.
   */
  private Fate instance(FoundResource found) {
    var cluster =
        Optional.ofNullable(found.cluster())
            .flatMap(id -> looks.at(new OwnedResource(CLUSTER, id)));
    if (cluster.isEmpty()) {
      return new NotOurs("it is in no cluster of the operation");
    }
    if (!cluster.get().isOf(scope.operationId())) {
      return new NotOurs(
          "its cluster "
              + found.cluster()
              + " isn't the operation's: "
              + Ownership.inWords(cluster.get().tags()));
    }
    return whyAllOfItStays(cluster.get())
        .or(() -> outOfView(found.cluster()))
        .or(() -> byExecution(found))
        .<Fate>map(Stays::new)
        .orElseGet(Goes::new);
  }

  /**
   * The clusters in view that are to be deleted and aren't being deleted yet, as they stand now.
   */
  List<DBCluster> clustersToGo() {
    return clusters()
        .filter(cluster -> of(FoundResource.of(cluster)).goes())
        .filter(cluster -> !ClusterStatus.DELETING.equals(cluster.status()))
        .toList();
  }

  private Stream<DBCluster> clusters() {
    return scope.named().stream()
        .filter(it -> it.kind() == CLUSTER)
        .flatMap(it -> looks.rds().cluster(it.id()).stream());
  }

  private Optional<String> outOfView(String cluster) {
    return scope.named().contains(new OwnedResource(CLUSTER, cluster))
        ? Optional.empty()
        : Optional.of("its cluster " + cluster + " came after the plan");
  }

  /** Why a cluster of the operation stays, as a clause. */
  private Optional<String> whyClusterStays(FoundResource cluster) {
    return whyAllOfItStays(cluster)
        .or(() -> byExecution(cluster))
        .or(() -> scope.madeBy() == null ? Optional.empty() : byMember(cluster));
  }

  private Optional<String> byMember(FoundResource cluster) {
    return members(cluster)
        .filter(member -> member.isOf(scope.operationId()))
        .flatMap(
            member ->
                byExecution(member).stream()
                    .map(maker -> member.resource() + " stays in it: " + maker))
        .findFirst();
  }

  /** Why a cluster stays with all its instances: somebody said so, on it or on one of them. */
  private Optional<String> whyAllOfItStays(FoundResource cluster) {
    return handsOff.computeIfAbsent(cluster.resource().id(), id -> saidSo(cluster));
  }

  private Optional<String> saidSo(FoundResource cluster) {
    return Stream.concat(Stream.of(cluster), members(cluster))
        .filter(it -> Ownership.isHandsOff(it.tags()))
        .findFirst()
        .map(it -> HANDS_OFF + it.resource());
  }

  private Stream<FoundResource> members(FoundResource cluster) {
    return cluster.members().stream()
        .flatMap(id -> looks.at(new OwnedResource(INSTANCE, id)).stream());
  }

  /** An automatic clean-up takes back what its execution made, and nothing else. */
  private Optional<String> byExecution(FoundResource found) {
    var maker = Ownership.execution(found.tags());
    if (scope.madeBy() == null || maker.filter(scope.madeBy()::equals).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        maker
            .map(arn -> "execution " + arn + " made it")
            .orElse("no tag tells which execution made it"));
  }

  private Fate snapshot(FoundResource found) {
    if (scope.keepSnapshot()) {
      return new Stays("keep_snapshot was asked for");
    }
    return ownTag(found)
        .or(() -> byExecution(found))
        .or(this::whyCopyIsNeeded)
        .<Fate>map(Stays::new)
        .orElseGet(Goes::new);
  }

  private static Optional<String> ownTag(FoundResource found) {
    return Ownership.isHandsOff(found.tags())
        ? Optional.of(HANDS_OFF + found.resource())
        : Optional.empty();
  }

  /** A cluster that stays needs its snapshot until it is restored. */
  private Optional<String> whyCopyIsNeeded() {
    return clusters()
        .map(FoundResource::of)
        .filter(cluster -> cluster.isOf(scope.operationId()))
        .filter(cluster -> !ClusterStatus.READY.equals(cluster.status()))
        .filter(cluster -> whyClusterStays(cluster).isPresent())
        .findFirst()
        .map(
            cluster ->
                cluster.resource()
                    + " stays and is "
                    + cluster.status()
                    + ", and may still need it");
  }

  /** RDS deletes no group that anything lives in: what stays keeps it, ours or not. */
  private Fate subnetGroup(FoundResource found) {
    return ownTag(found)
        .or(() -> byExecution(found))
        .or(
            () ->
                usersOf(found.resource().id())
                    .filter(user -> !user.isDeleting())
                    .filter(user -> !of(user).goes())
                    .findFirst()
                    .map(user -> user.resource() + " uses it"))
        .<Fate>map(Stays::new)
        .orElseGet(Goes::new);
  }

  private Stream<FoundResource> usersOf(String subnetGroup) {
    if (bySubnetGroup == null) {
      bySubnetGroup = looks.bySubnetGroup();
    }
    return bySubnetGroup.getOrDefault(subnetGroup, List.of()).stream();
  }
}
