package aurora.restore.machine;

import aurora.restore.cleanup.ReaperHandler;
import aurora.restore.cleanup.ReaperReport;
import aurora.restore.edge.Edge;
import aurora.restore.edge.MachineArns;
import aurora.restore.edge.ScheduledHandler;
import java.util.function.BiFunction;

/** The functions that a schedule calls: no definition names them. */
public enum ScheduledFunction {
  REAPER(ReaperHandler.class, ReaperHandler::new, "rate(1 hour)");

  /** How often one call is tried: at first, and again where it failed. */
  public static final int ATTEMPTS = 3;

  private final Class<? extends ScheduledHandler<ReaperReport>> handler;
  private final BiFunction<Edge, MachineArns, ScheduledHandler<ReaperReport>> maker;
  private final String schedule;

  ScheduledFunction(
      Class<? extends ScheduledHandler<ReaperReport>> handler,
      BiFunction<Edge, MachineArns, ScheduledHandler<ReaperReport>> maker,
      String schedule) {
    this.handler = handler;
    this.maker = maker;
    this.schedule = schedule;
  }

  /** The class that Lambda loads. */
  public Class<? extends ScheduledHandler<ReaperReport>> handler() {
    return handler;
  }

  /** The handler with the edge of a simulated world; Lambda calls the constructor without one. */
  public ScheduledHandler<ReaperReport> at(Edge edge, MachineArns machines) {
    return maker.apply(edge, machines);
  }

  /** When it is called, as an EventBridge rule has it. */
  public String schedule() {
    return schedule;
  }

  /** What the deployment calls it: {@code Reaper} for {@code ReaperHandler}. */
  public String placeholder() {
    return handler.getSimpleName().replaceFirst("Handler$", "");
  }
}
