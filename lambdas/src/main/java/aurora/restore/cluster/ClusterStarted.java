package aurora.restore.cluster;

import aurora.restore.telemetry.Told;

/** The cluster's restore or change is under way. */
public record ClusterStarted(String clusterId) implements Told {

  @Override
  public String told() {
    return "cluster " + clusterId + " is under way";
  }
}
