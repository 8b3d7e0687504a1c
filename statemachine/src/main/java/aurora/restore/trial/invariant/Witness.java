package aurora.restore.trial.invariant;

import aurora.restore.engine.Execution;
import aurora.restore.engine.Listener;
import aurora.restore.engine.StatusChange;
import aurora.restore.machine.Machine;
import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Faults;
import aurora.restore.trial.act.Pipeline;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * Sees what happens in a world and has the invariants judge it. It is the first to be asked about
 * calls, so that it also sees those whose answer gets lost.
 */
public final class Witness implements Faults, Listener {
  private static final Set<ExecutionStatus> BAD =
      Set.of(ExecutionStatus.FAILED, ExecutionStatus.TIMED_OUT, ExecutionStatus.ABORTED);
  private static final Set<String> READS = Set.of("GetItem", "Query");

  private final Observed evidence;
  private final List<Invariant> invariants;
  private final List<Execution> ended = new ArrayList<>();
  private final Map<SdkPojo, Change> coming = new IdentityHashMap<>();

  public Witness(Observed evidence, List<Invariant> invariants) {
    this.evidence = evidence;
    this.invariants = invariants;
  }

  @Override
  public void before(Caller caller, String service, String operation, SdkPojo request) {
    if (!service.equals("rds") || !Pipeline.calls(caller)) {
      return;
    }
    Target.of(caller, operation, request)
        .ifPresent(
            target ->
                coming.put(
                    request,
                    new Change(
                        evidence.world().now(),
                        caller,
                        Observed.atWork().orElseThrow(),
                        operation,
                        request,
                        target,
                        evidence.existing(target.arn()))));
  }

  @Override
  public void after(Caller caller, String service, String operation, SdkPojo request) {
    if (service.equals("dynamodb") && !READS.contains(operation) && !isProgress(request)) {
      evidence.written();
    }
    Optional.ofNullable(coming.remove(request))
        .ifPresent(
            change -> {
              evidence.add(change);
              invariants.forEach(invariant -> invariant.onChange(evidence, change));
            });
  }

  /** How far a wait is changes nothing that is judged before the end. */
  private static boolean isProgress(SdkPojo request) {
    return request instanceof UpdateItemRequest update
        && update.updateExpression().contains("#progress = ");
  }

  @Override
  public void onStatusChange(StatusChange change) {
    if (change.status() == ExecutionStatus.RUNNING) {
      return;
    }
    var execution = evidence.world().engine().execution(change.executionArn()).orElseThrow();
    ended.add(execution);
    if (BAD.contains(change.status()) && !evidence.isOf(Machine.REPORT_FAILURE, execution)) {
      evidence.add(change);
    }
  }

  /** Has judged what has happened since the last time. */
  public void judge() {
    var now = List.copyOf(ended);
    ended.clear();
    for (var invariant : invariants) {
      now.forEach(execution -> invariant.onEnd(evidence, execution));
      invariant.afterEvent(evidence);
    }
  }

  public void judgeAtLast() {
    evidence.written();
    invariants.forEach(invariant -> invariant.atLast(evidence));
  }
}
