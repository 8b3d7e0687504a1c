package aurora.restore.cleanup;

import aurora.restore.audit.OperationTable;
import aurora.restore.edge.Edge;
import aurora.restore.edge.MachineArns;
import aurora.restore.edge.ScheduledHandler;
import aurora.restore.notify.Topic;
import java.time.Instant;

/**
 * Sees every hour to what nobody else does: starts the clean-up of what has expired, has reported
 * what ended unseen, and tells of what was forgotten. Deletes nothing itself.
 */
public final class ReaperHandler extends ScheduledHandler<ReaperReport> {
  private final Edge edge;
  private final MachineArns machines;

  public ReaperHandler() {
    this(Edge.ofContainer(), MachineArns.ofContainer());
  }

  public ReaperHandler(Edge edge, MachineArns machines) {
    this.edge = edge;
    this.machines = machines;
  }

  /** The mail comes last, so that a topic that doesn't answer delays no clean-up. */
  @Override
  protected ReaperReport handle(Instant firedAt) {
    var operations = OperationTable.of(edge);
    var sfn = edge.aws().sfn();
    var starter = new Starter(sfn);
    var region = edge.settings().region();
    var cleanUps = new Expired(operations, starter, machines).cleanUp(firedAt);
    var reports = new Unreported(operations, sfn, starter, machines).report(firedAt);
    var looks = new Looks(edge.aws().rds(region));
    var orphans = new Orphans(looks, operations, new Topic(edge), machines).report(firedAt, region);
    return new ReaperReport(cleanUps, reports, orphans);
  }
}
