package aurora.restore.plan;

import static java.util.Objects.requireNonNullElse;

import aurora.restore.audit.OperationTable;
import aurora.restore.edge.Edge;
import aurora.restore.operation.ClusterPlan;
import aurora.restore.operation.CopyPlan;
import aurora.restore.operation.ExecutionContext;
import aurora.restore.operation.InstancePlan;
import aurora.restore.operation.InstanceSettings;
import aurora.restore.operation.Ownership;
import aurora.restore.operation.RestorePlan;
import aurora.restore.operation.SourceSnapshot;
import aurora.restore.operation.StateContext;
import aurora.restore.rds.RdsLookup;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Turns a request into a plan by what AWS holds: the snapshot, its cluster, the key. What stops the
 * restore is found in one go.
 */
final class Planner {
  /** RDS allows 50 tags on a resource. */
  private static final int MOST_TAGS = 50;

  private final Edge edge;
  private final RestoreRequest request;
  private final ExecutionContext execution;
  private final StateContext state;
  private final String account;
  private final Names names;
  private final PreflightFindings findings = new PreflightFindings();
  private final EngineChecks engine;
  private final Preflight preflight;

  /**
   * @param state the state that asks for the plan; null where an older definition doesn't tell
   */
  Planner(Edge edge, RestoreRequest request, ExecutionContext execution, StateContext state) {
    this.edge = edge;
    this.request = request;
    this.execution = execution;
    this.state = state;
    this.account = execution.account();
    this.names = new Names(request.operationId());
    this.engine = new EngineChecks(edge.aws().rds(request.targetRegion()), request, findings);
    this.preflight =
        new Preflight(
            edge.aws(),
            request,
            engine,
            new DataChecks(request, account, edge.settings().checkSecretArns(), findings),
            findings);
  }

  /**
   * The plan; that of a dry run tells what would stop it.
   *
   * @throws aurora.restore.error.PreflightFailed with all that stops the restore, where anything
   *     does; in a dry run where there is no snapshot to plan with
   */
  RestorePlan plan() {
    if (!request.targetRegion().equals(edge.settings().region())) {
      findings.stop(
          InputKey.TARGET_REGION,
          "is "
              + request.targetRegion()
              + ", and this deployment restores into "
              + edge.settings().region(),
          "start it where the pipeline is deployed in that region");
      findings.throwStopping(); // nothing else can be seen from here
    }
    SourceRegion.warnIfUnknown(request, findings);
    var keys = new KeyChecks(edge.aws(), request, account, findings);
    var snapshot = snapshot();
    var key = keys.target();
    snapshot.ifPresent(keys::source);
    if (snapshot.isEmpty()) {
      preflight.checkWithoutSnapshot(names);
      findings.throwStopping();
    }
    var plan = checked(snapshot.orElseThrow(), key);
    if (!request.dryRun()) {
      findings.throwStopping();
    }
    return plan;
  }

  private Optional<SourceSnapshot> snapshot() {
    var source = new RdsLookup(edge.aws().rds(request.source().region()));
    var target = new RdsLookup(edge.aws().rds(request.targetRegion()));
    var earlier = new EarlierSnapshot(request, OperationTable.of(edge), target);
    try {
      return new SnapshotSearch(source, request, earlier, account, findings)
          .find(execution.startedAt());
    } catch (SdkException e) {
      if (SourceRegion.isOutOfReach(request, e)) {
        SourceRegion.stop(request, account, e, findings);
        return Optional.empty();
      }
      if (SourceRegion.isSilent(request, e) && isPatienceOver()) {
        new LostRegion(request, target, findings).stop();
        return Optional.empty();
      }
      throw e;
    }
  }

  /** A connection that fails once or twice is trouble of the network, which is tried again. */
  private boolean isPatienceOver() {
    return state != null
        && edge.clock().instant().isAfter(state.enteredAt().plus(LostRegion.PATIENCE));
  }

  private RestorePlan checked(SourceSnapshot snapshot, String key) {
    var version = requireNonNullElse(request.cluster().engineVersion(), snapshot.engineVersion());
    var offer = engine.check(snapshot, version);
    var orderable =
        new Orderable(
            edge.aws().rds(request.targetRegion()), snapshot.engine(), version, offer, findings);
    var draft = draft(snapshot, version, offer, orderable, key);
    preflight.check(draft, offer, orderable);
    new ExtendedSupport(edge.aws().rds(request.targetRegion()), findings)
        .warn(
            snapshot,
            offer,
            draft.cluster().settings().engineLifecycleSupport(),
            execution.startedAt());
    return draft.checked(findings.warnings(), findings.stopping());
  }

  private RestorePlan draft(
      SourceSnapshot snapshot, String version, EngineOffer offer, Orderable orderable, String key) {
    var source =
        SourceCluster.of(
            snapshot, account, new RdsLookup(edge.aws().rds(request.source().region())), findings);
    var shape =
        InstanceShape.of(
            request, source, orderable, edge.settings().defaultInstanceClass(), findings);
    source.ifPresent(found -> new NotCarriedOver(request, snapshot, found, findings).find());
    var settings =
        new CarriedSettings(
            request, snapshot, source, offer, edge.settings().monitoringRoleArns(), findings);
    var ofInstances = settings.ofInstances();
    var copy = isCopyNeeded(snapshot, key) ? copy(snapshot, key) : null;
    var clusterId = requireNonNullElse(request.cluster().id(), names.cluster(snapshot.clusterId()));
    var cluster =
        new ClusterPlan(
            clusterId,
            arn("cluster", clusterId),
            copy != null ? copy.id() : restoredDirectly(snapshot),
            snapshot.engine(),
            version,
            request.cluster().port() != null
                ? request.cluster().port()
                : source.map(SourceCluster::port).orElse(null),
            clusterKey(snapshot, key),
            request.network().vpcId(),
            names.subnetGroup(),
            request.network().subnetIds(),
            request.network().securityGroupIds(),
            request.cluster().parameterGroup(),
            request.cluster().deletionProtection(),
            request.cluster().backupRetentionDays() != null
                ? request.cluster().backupRetentionDays()
                : source.map(SourceCluster::backupRetentionDays).orElse(null),
            requireNonNullElse(request.cluster().iamAuthentication(), snapshot.iamAuthentication()),
            request.cluster().logExports() != null
                ? request.cluster().logExports()
                : source.map(SourceCluster::logExports).orElse(List.of()),
            shape.capacity(),
            request.cluster().manageMasterPassword(),
            settings.ofCluster(ofInstances));
    var earlier = EarlierRestores.of(OperationTable.of(edge), snapshot, findings);
    var instances = instances(clusterId, shape.instanceClass(), ofInstances);
    return new RestorePlan(
        request.operationId(),
        request.source().region(),
        request.targetRegion(),
        request.dryRun(),
        expiresAt().orElse(null),
        snapshot,
        copy != null,
        copy,
        cluster,
        instances.getFirst(),
        instances.subList(1, instances.size()),
        new Baselines(earlier).given(request.verification()),
        request.deadlines(),
        tags(snapshot),
        List.of(),
        List.of(),
        request.mandate(),
        earlier.clusterSeconds());
  }

  /** In its own region a snapshot is copied for one reason: to change the key that it is under. */
  private boolean isCopyNeeded(SourceSnapshot snapshot, String key) {
    var rekeyed = snapshot.encrypted() && key != null && !key.equals(snapshot.kmsKeyId());
    return request.isCrossRegion() || rekeyed;
  }

  /** A key makes RDS refuse to copy what isn't encrypted: that is encrypted as it is restored. */
  private CopyPlan copy(SourceSnapshot snapshot, String key) {
    return new CopyPlan(
        names.copy(), arn("cluster-snapshot", names.copy()), snapshot.encrypted() ? key : null);
  }

  private String restoredDirectly(SourceSnapshot snapshot) {
    return snapshot.account().equals(account) ? snapshot.id() : snapshot.arn();
  }

  /** Left out, the key of an own snapshot is passed on all the same, lest RDS choose another. */
  private String clusterKey(SourceSnapshot snapshot, String key) {
    if (key != null) {
      return key;
    }
    return snapshot.account().equals(account) ? snapshot.kmsKeyId() : null;
  }

  private List<InstancePlan> instances(
      String clusterId, String instanceClass, InstanceSettings settings) {
    return IntStream.rangeClosed(1, request.instances().count())
        .mapToObj(
            number ->
                new InstancePlan(
                    Names.instance(clusterId, number),
                    instanceClass,
                    request.instances().parameterGroup(),
                    settings))
        .toList();
  }

  /** Our own come last and always fit: they say whose the resource is. */
  private Map<String, String> tags(SourceSnapshot snapshot) {
    var ours = new LinkedHashMap<String, String>();
    ours.put(Ownership.TAG, request.operationId());
    ours.put(Ownership.SOURCE_TAG, snapshot.arn());
    ours.put(Ownership.EXECUTION_TAG, execution.id());
    expiresAt().ifPresent(expiry -> ours.put(Ownership.EXPIRY_TAG, expiry.toString()));

    var wanted = new LinkedHashMap<>(request.tags());
    snapshot.tags().forEach(wanted::putIfAbsent);
    var tags = new LinkedHashMap<String, String>();
    wanted.entrySet().stream()
        .limit(MOST_TAGS - ours.size())
        .forEach(tag -> tags.put(tag.getKey(), tag.getValue()));
    if (tags.size() < wanted.size()) {
      findings.warn(
          wanted.size()
              - tags.size()
              + " tags of the source are left out: RDS allows "
              + MOST_TAGS);
    }
    tags.putAll(ours);
    return tags;
  }

  private Optional<Instant> expiresAt() {
    return Optional.ofNullable(request.expiresAfterHours())
        .map(hours -> execution.startedAt().plus(Duration.ofHours(hours)));
  }

  private String arn(String kind, String id) {
    var region = request.targetRegion();
    return String.join(":", "arn", Partition.of(region), "rds", region, account, kind, id);
  }
}
