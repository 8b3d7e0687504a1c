package aurora.restore.machine;

import aurora.restore.audit.PurgeRecordsHandler;
import aurora.restore.audit.RecordAuditHandler;
import aurora.restore.cleanup.PlanCleanUpHandler;
import aurora.restore.cleanup.TearDownHandler;
import aurora.restore.cleanup.VerifyCleanUpHandler;
import aurora.restore.cluster.ApplySettingsHandler;
import aurora.restore.cluster.CreateInstanceHandler;
import aurora.restore.cluster.RestoreClusterHandler;
import aurora.restore.cluster.WaitForClusterHandler;
import aurora.restore.cluster.WaitForInstanceHandler;
import aurora.restore.cluster.WaitForSettingsHandler;
import aurora.restore.data.RunChecksHandler;
import aurora.restore.edge.Edge;
import aurora.restore.edge.JsonHandler;
import aurora.restore.evidence.RecordEvidenceHandler;
import aurora.restore.failure.DescribeFailureHandler;
import aurora.restore.notify.NotifyHandler;
import aurora.restore.plan.PlanRestoreHandler;
import aurora.restore.snapshot.CopySnapshotHandler;
import aurora.restore.snapshot.WaitForCopyHandler;
import aurora.restore.verify.VerifyRestoreHandler;
import java.util.function.Function;

/** The functions: each handler is deployed as one, and a definition names it by its placeholder. */
public enum HandlerFunction {
  PLAN_RESTORE(PlanRestoreHandler.class, PlanRestoreHandler::new),
  RECORD_AUDIT(RecordAuditHandler.class, RecordAuditHandler::new),
  RECORD_EVIDENCE(RecordEvidenceHandler.class, RecordEvidenceHandler::new),
  NOTIFY(NotifyHandler.class, NotifyHandler::new),
  COPY_SNAPSHOT(CopySnapshotHandler.class, CopySnapshotHandler::new),
  WAIT_FOR_COPY(WaitForCopyHandler.class, WaitForCopyHandler::new),
  RESTORE_CLUSTER(RestoreClusterHandler.class, RestoreClusterHandler::new),
  WAIT_FOR_CLUSTER(WaitForClusterHandler.class, WaitForClusterHandler::new),
  CREATE_INSTANCE(CreateInstanceHandler.class, CreateInstanceHandler::new),
  WAIT_FOR_INSTANCE(WaitForInstanceHandler.class, WaitForInstanceHandler::new),
  APPLY_SETTINGS(ApplySettingsHandler.class, ApplySettingsHandler::new),
  WAIT_FOR_SETTINGS(WaitForSettingsHandler.class, WaitForSettingsHandler::new),
  VERIFY_RESTORE(VerifyRestoreHandler.class, VerifyRestoreHandler::new),
  RUN_CHECKS(RunChecksHandler.class, RunChecksHandler::new),
  DESCRIBE_FAILURE(DescribeFailureHandler.class, DescribeFailureHandler::new),
  PLAN_CLEAN_UP(PlanCleanUpHandler.class, PlanCleanUpHandler::new),
  TEAR_DOWN(TearDownHandler.class, TearDownHandler::new),
  VERIFY_CLEAN_UP(VerifyCleanUpHandler.class, VerifyCleanUpHandler::new),
  PURGE_RECORDS(PurgeRecordsHandler.class, PurgeRecordsHandler::new);

  private final Class<? extends JsonHandler<?, ?>> handler;
  private final Function<Edge, JsonHandler<?, ?>> maker;

  HandlerFunction(
      Class<? extends JsonHandler<?, ?>> handler, Function<Edge, JsonHandler<?, ?>> maker) {
    this.handler = handler;
    this.maker = maker;
  }

  /** The class that Lambda loads. */
  public Class<? extends JsonHandler<?, ?>> handler() {
    return handler;
  }

  /** The handler with the edge of a simulated world; Lambda calls the constructor without one. */
  public JsonHandler<?, ?> at(Edge edge) {
    return maker.apply(edge);
  }

  /** What definitions call it: {@code CopySnapshot} for {@code CopySnapshotHandler}. */
  public String placeholder() {
    return handler.getSimpleName().replaceFirst("Handler$", "");
  }
}
