package aurora.restore.cleanup;

import aurora.restore.audit.Claims;
import aurora.restore.edge.Edge;
import aurora.restore.edge.JsonHandler;
import aurora.restore.edge.Primed;
import aurora.restore.error.CleanUpDeadlineExceeded;
import aurora.restore.operation.Wait;
import aurora.restore.operation.WaitAnswer;
import java.time.Duration;
import java.time.Instant;

/**
 * Goes once over what is left of an operation. Answers READY when nothing is, which it believes
 * only some minutes after the operation's execution has ended and the clean-up has claimed it: a
 * function that was at work then may have made something since, and RDS shows what is fresh late.
 */
public final class TearDownHandler extends JsonHandler<TearDownInput, Remaining> {
  private static final int DEADLINE_HOURS = 2;

  /** How long a clean-up may wait for what it has deleted to be gone. */
  static final Duration DEADLINE = Duration.ofHours(DEADLINE_HOURS);

  private final Edge edge;
  private final Claims claims;

  public TearDownHandler() {
    this(Edge.ofContainer(Primed.RDS, Primed.DYNAMO_DB));
  }

  public TearDownHandler(Edge edge) {
    super(edge, TearDownInput.class);
    this.edge = edge;
    this.claims = Claims.of(edge);
  }

  /** The claim is looked at first: whoever has lost the operation deletes nothing more of it. */
  @Override
  protected Remaining handle(TearDownInput input) {
    var plan = input.plan();
    claims.requireClaim(plan.operationId(), input.execution());
    var pass = new DeletionRound(edge.aws().rds(plan.region()), plan);
    pass.run();
    var now = edge.clock().instant();
    var look = look(input, pass, now);
    claims.progress(plan.operationId(), input.execution(), input.state(), look, now);
    return Remaining.of(look, pass.remaining());
  }

  private static WaitAnswer look(TearDownInput input, DeletionRound pass, Instant now) {
    if (pass.remaining().isEmpty()) {
      return settled(input, now);
    }
    var wait = Wait.of(input.since(), input.execution(), DEADLINE_HOURS, now);
    if (wait.isOver()) {
      throw new CleanUpDeadlineExceeded(
          "clean-up of operation " + input.plan().operationId(),
          "after " + wait.waitedInWords() + " there is still " + pass.atLength());
    }
    return WaitAnswer.pending(pass.inWords(), null, wait.pauseSeconds(null), now);
  }

  /**
   * Counted from the claim as well: between the plan and the claim, the operation's execution may
   * have been redriven and made something that RDS doesn't show yet.
   */
  private static WaitAnswer settled(TearDownInput input, Instant now) {
    var lastActedAt = input.plan().lastActedAt();
    var from =
        lastActedAt == null || lastActedAt.isBefore(input.since()) ? input.since() : lastActedAt;
    var settledAt = from.plus(Wait.CONSISTENCY);
    return now.isBefore(settledAt)
        ? WaitAnswer.pending(
            "nothing seen, looking again",
            null,
            Math.max(1, Duration.between(now, settledAt).toSeconds() + 1),
            now)
        : WaitAnswer.ready("nothing");
  }
}
