package aurora.restore.cluster;

import aurora.restore.telemetry.Told;

/** The instance is being created. */
public record InstanceStarted(String instanceId) implements Told {

  @Override
  public String told() {
    return "instance " + instanceId + " is being created";
  }
}
