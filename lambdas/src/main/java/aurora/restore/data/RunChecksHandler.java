package aurora.restore.data;

import aurora.restore.edge.Edge;
import aurora.restore.edge.JsonHandler;
import aurora.restore.error.ChecksNotMade;
import aurora.restore.error.VerificationFailed;
import aurora.restore.operation.CheckResult;
import aurora.restore.operation.Readiness;
import aurora.restore.operation.WaitAnswer;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes all checks by SQL, one after the other, and reports what came of each. Answers PENDING
 * while the Data API isn't ready, as when the writer resumes from a pause: then all are made again.
 * One that fails keeps none of the others from being made, and fails the verification in the end.
 */
public final class RunChecksHandler extends JsonHandler<RunChecksInput, Checked> {
  private final Edge edge;

  public RunChecksHandler() {
    this(Edge.ofContainer());
  }

  public RunChecksHandler(Edge edge) {
    super(edge, RunChecksInput.class);
    this.edge = edge;
  }

  @Override
  protected Checked handle(RunChecksInput input) {
    try {
      return judged(input, results(input));
    } catch (NotReady e) {
      return waiting(input, e.getMessage());
    }
  }

  private List<CheckResult> results(RunChecksInput input) throws NotReady {
    var plan = input.plan();
    var database = new RestoredDatabase(edge.aws().rdsData(plan.targetRegion()), input);
    var judge = new Judge(input.execution().startedAt());
    var results = new ArrayList<CheckResult>();
    for (var check : plan.verification().checks()) {
      var began = edge.clock().instant();
      var answer = database.ask(check.sql(), check.timeoutSeconds());
      results.add(judge.judge(check, answer, began.until(edge.clock().instant()).toMillis()));
    }
    return results;
  }

  private Checked judged(RunChecksInput input, List<CheckResult> results) {
    var failed = results.stream().filter(CheckResult::hasFailed).count();
    if (failed > 0) {
      throw VerificationFailed.byChecks(
          input.plan().cluster().id(), failed, results.stream().map(CheckResult::line).toList());
    }
    var now = edge.clock().instant();
    return new Checked(
        WaitAnswer.ready("checked"),
        input.report().checked(results, input.execution().startedAt(), now),
        input.execution().redriveCount(),
        results.stream().flatMap(CheckResult::warning).toList());
  }

  private Checked waiting(RunChecksInput input, String observed) {
    var now = edge.clock().instant();
    var cluster = input.plan().cluster().id();
    var look =
        input
            .waiting(now)
            .await(new Readiness.Pending(observed), late -> new ChecksNotMade(cluster, late));
    return new Checked(look, input.report(), input.execution().redriveCount(), List.of());
  }
}
