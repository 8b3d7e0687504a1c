package aurora.restore.trial.act;

import aurora.restore.simulation.Caller;

/** Tells the pipeline's calls from those of people. */
public final class Pipeline {
  private static final String CONSOLE = "Console";

  private Pipeline() {}

  /** Whether one of the pipeline's functions calls. */
  public static boolean calls(Caller caller) {
    return !caller.function().equals(CONSOLE);
  }
}
