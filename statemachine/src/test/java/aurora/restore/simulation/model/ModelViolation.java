package aurora.restore.simulation.model;

/**
 * The simulation and AWS's model of a service disagree. An {@link Error}, so that neither the SDK's
 * retries nor a handler takes it for an answer of AWS: the story in which it happens fails.
 */
final class ModelViolation extends Error {
  private static final long serialVersionUID = 1L;

  ModelViolation(String message) {
    super(message);
  }
}
