package aurora.restore.operation;

import static java.util.Objects.requireNonNullElse;

/**
 * An instance that an operation makes: the first is the writer, the others are readers.
 *
 * @param parameterGroup null: the engine's default group
 */
public record InstancePlan(
    String id, String instanceClass, String parameterGroup, InstanceSettings settings) {

  /** A plan that was made before there were settings has none. */
  public InstancePlan {
    settings = requireNonNullElse(settings, InstanceSettings.DEFAULTS);
  }
}
