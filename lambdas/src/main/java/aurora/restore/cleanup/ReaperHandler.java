package aurora.restore.cleanup;

import aurora.restore.audit.AuditTrail;
import aurora.restore.audit.FailureTrail;
import aurora.restore.audit.OperationTable;
import aurora.restore.edge.Edge;
import aurora.restore.edge.MachineArns;
import aurora.restore.edge.Primed;
import aurora.restore.edge.ScheduledHandler;
import aurora.restore.notify.Topic;
import aurora.restore.rds.RdsLookup;
import aurora.restore.rds.ResourceLookup;
import aurora.restore.telemetry.Measurement;
import aurora.restore.telemetry.Metric;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Sees every hour to what nobody else does: starts the clean-up of what has expired, has reported
 * what ended unseen, tells of what was forgotten, counts what is under way, and measures how long
 * ago the latest drill was. Deletes nothing itself.
 */
public final class ReaperHandler extends ScheduledHandler<ReaperReport> {
  private final Edge edge;
  private final MachineArns machines;

  public ReaperHandler() {
    this(Edge.ofContainer(Primed.RDS, Primed.DYNAMO_DB), MachineArns.ofContainer());
  }

  public ReaperHandler(Edge edge, MachineArns machines) {
    super(edge);
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
    var ended = operations.ended().toList();
    var cleanUps = new Expired(starter, machines).cleanUp(ended, firedAt);
    var underWay = UnderWay.all(operations, sfn);
    var since = firedAt.minus(Unreported.LOOKED_BACK);
    var reporting = Reports.listed(sfn, machines, since);
    var retried = reporting.goOn(firedAt.minus(Unreported.GRACE));
    var reports =
        new Unreported(
                starter, machines, FailureTrail.of(edge), reporting.underWay(retried), firedAt)
            .report(underWay, sfn);
    var drillAge = new Drills(ended, underWay, operations).ageSeconds(firedAt);
    var looks = new ResourceLookup(new RdsLookup(edge.aws().rds(region)));
    var orphans =
        new Orphans(looks, operations, AuditTrail.of(edge), new Topic(edge), machines)
            .report(firedAt, region);
    return new ReaperReport(
        cleanUps,
        reports,
        retried,
        orphans,
        ids(underWay, UnderWay::runs),
        ids(underWay, overdue(firedAt)),
        drillAge);
  }

  private static Predicate<UnderWay> overdue(Instant now) {
    return operation -> Overdue.is(operation, now);
  }

  private static List<String> ids(List<UnderWay> operations, Predicate<UnderWay> which) {
    return operations.stream()
        .filter(which)
        .map(operation -> operation.row().operationId())
        .toList();
  }

  /**
   * Zero is a figure too: an alarm can tell it from a reaper that wasn't called. Where there was no
   * drill, there is no figure: any would be made up, and the alarm takes none for too old.
   */
  @Override
  protected List<Measurement> measured(ReaperReport report) {
    var measured = new ArrayList<Measurement>();
    measured.add(Measurement.of(Metric.RUNNING, report.running().size()));
    measured.add(Measurement.of(Metric.OVERDUE, report.overdue().size()));
    if (report.drillAgeSeconds() != null) {
      measured.add(Measurement.of(Metric.DRILL_AGE, report.drillAgeSeconds()));
    }
    return measured;
  }
}
