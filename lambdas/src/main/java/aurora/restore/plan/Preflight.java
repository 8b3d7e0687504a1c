package aurora.restore.plan;

import aurora.restore.edge.Aws;
import aurora.restore.operation.CopyPlan;
import aurora.restore.operation.InstancePlan;
import aurora.restore.operation.RestorePlan;
import aurora.restore.rds.RdsLookup;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What is checked in the target region before anything is made there: the network, the identifiers,
 * the groups, the instances, the room. Nothing found keeps the rest from being checked.
 */
final class Preflight {
  private final RestoreRequest request;
  private final EngineChecks engine;
  private final NetworkChecks network;
  private final ParameterGroupChecks parameterGroups;
  private final InstanceChecks instances;
  private final IdentifierChecks identifiers;
  private final QuotaChecks quotas;
  private final DataChecks data;

  Preflight(
      Aws aws,
      RestoreRequest request,
      EngineChecks engine,
      DataChecks data,
      PreflightFindings findings) {
    var rds = aws.rds(request.targetRegion());
    var lookup = new RdsLookup(rds);
    this.request = request;
    this.engine = engine;
    this.network = new NetworkChecks(aws.ec2(request.targetRegion()), request, findings);
    this.parameterGroups = new ParameterGroupChecks(lookup, request, findings);
    this.instances = new InstanceChecks(request, findings);
    this.identifiers = new IdentifierChecks(lookup, request, findings);
    this.quotas = new QuotaChecks(rds, request, findings);
    this.data = data;
  }

  /** Checks what a plan names. */
  void check(RestorePlan draft, EngineOffer offer, Orderable orderable) {
    var toMake =
        toMake(
            Optional.of(draft),
            Optional.ofNullable(draft.copy()).map(CopyPlan::id),
            draft.cluster().subnetGroup(),
            Optional.of(draft.cluster().id()),
            draft.instances().stream().map(InstancePlan::id).toList());
    var zones = network.check(toMake.instances(), draft.cluster().settings().networkType());
    parameterGroups.check(offer);
    instances.check(draft.writer().instanceClass(), orderable, zones);
    instances.capacity(draft.cluster().capacity(), offer);
    engine.logExports(offer, draft.cluster().logExports());
    data.check(draft.cluster(), draft.writer().instanceClass());
    quotas.check(toMake);
  }

  /**
   * Checks what an input names by itself, where there is no snapshot to make a plan of: an operator
   * mends it all in one go.
   */
  void checkWithoutSnapshot(Names names) {
    var cluster =
        Optional.ofNullable(request.cluster().id())
            .or(() -> Optional.ofNullable(request.source().clusterId()).map(names::cluster));
    var toMake =
        toMake(
            Optional.empty(),
            Optional.of(names.copy()).filter(copy -> request.isCrossRegion()),
            names.subnetGroup(),
            cluster,
            cluster.map(this::instanceIds).orElse(List.of()));
    network.check(toMake.instances(), request.cluster().settings().networkType());
    parameterGroups.check(EngineOffer.UNKNOWN);
    data.checkWithoutCluster();
    quotas.check(toMake);
  }

  /** A cluster whose name hangs on the snapshot can't be looked up: it counts as one to make. */
  private ToMake toMake(
      Optional<RestorePlan> draft,
      Optional<String> copy,
      String subnetGroup,
      Optional<String> cluster,
      List<String> ids) {
    return new ToMake(
        copy.filter(id -> identifiers.copyToMake(id, draft)).isPresent() ? 1 : 0,
        identifiers.subnetGroupToMake(subnetGroup) ? 1 : 0,
        cluster.map(id -> identifiers.clusterToMake(id, draft)).orElse(true) ? 1 : 0,
        ids.isEmpty() ? request.instances().count() : identifiers.instancesToMake(ids));
  }

  private List<String> instanceIds(String clusterId) {
    return IntStream.rangeClosed(1, request.instances().count())
        .mapToObj(number -> Names.instance(clusterId, number))
        .toList();
  }
}
