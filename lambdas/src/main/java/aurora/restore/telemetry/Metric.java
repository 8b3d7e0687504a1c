package aurora.restore.telemetry;

import java.util.List;

/**
 * The metrics, all in {@link #NAMESPACE}. Each is kept apart by deployment, so that several in one
 * account don't mix, and never by operation: every value of a dimension is a metric of its own that
 * is paid for (CloudWatch User Guide, "Specification: Embedded metric format").
 */
public enum Metric {
  /** From the execution's start until the cluster was verified. */
  RTO("RtoSeconds", Unit.SECONDS, List.of(List.of(Metric.DEPLOYMENT))),
  /** How old the snapshot was when the execution started. */
  RPO("RpoSeconds", Unit.SECONDS, List.of(List.of(Metric.DEPLOYMENT))),
  /** How long a phase took. */
  PHASE("PhaseSeconds", Unit.SECONDS, List.of(List.of(Metric.DEPLOYMENT, Metric.BY_PHASE))),
  /** An execution that ended badly, in all and by the class of its error. */
  FAILURES(
      "Failures",
      Unit.COUNT,
      List.of(List.of(Metric.DEPLOYMENT), List.of(Metric.DEPLOYMENT, Metric.BY_ERROR))),
  /**
   * A restore or a clean-up that has failed, by its machine: what the alarms count. A repetition
   * that was refused isn't one, for what it was to do is done by another.
   */
  TO_HANDLE("FailuresToHandle", Unit.COUNT, List.of(List.of(Metric.DEPLOYMENT, Metric.BY_MACHINE))),
  /** Operations that an execution works for. */
  RUNNING("OperationsRunning", Unit.COUNT, List.of(List.of(Metric.DEPLOYMENT))),
  /** Operations that should have ended by all their deadlines and haven't. */
  OVERDUE("OperationsOverdue", Unit.COUNT, List.of(List.of(Metric.DEPLOYMENT))),
  /** How long ago the latest drill was completed. */
  DRILL_AGE("DrillAgeSeconds", Unit.SECONDS, List.of(List.of(Metric.DEPLOYMENT)));

  public static final String NAMESPACE = "AuroraRestore";

  /** The dimension that all have: the deployment's name. */
  public static final String DEPLOYMENT = "deployment";

  public static final String BY_PHASE = "phase";
  public static final String BY_ERROR = "error";
  public static final String BY_MACHINE = "machine";

  private final String label;
  private final Unit unit;
  private final List<List<String>> dimensions;

  Metric(String label, Unit unit, List<List<String>> dimensions) {
    this.label = label;
    this.unit = unit;
    this.dimensions = dimensions;
  }

  /** Its name in CloudWatch. */
  public String label() {
    return label;
  }

  public Unit unit() {
    return unit;
  }

  /** The sets of dimensions that it is kept by. */
  public List<List<String>> dimensions() {
    return dimensions;
  }
}
