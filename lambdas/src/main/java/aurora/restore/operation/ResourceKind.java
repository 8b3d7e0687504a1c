package aurora.restore.operation;

import aurora.restore.json.Labelled;
import com.fasterxml.jackson.annotation.JsonValue;

/** What an operation makes, in the order in which it is deleted again. */
public enum ResourceKind implements Labelled {
  INSTANCE("instance"),
  CLUSTER("cluster"),
  CLUSTER_SNAPSHOT("cluster-snapshot"),
  SUBNET_GROUP("subnet-group");

  private final String label;

  ResourceKind(String label) {
    this.label = label;
  }

  @Override
  @JsonValue
  public String label() {
    return label;
  }

  /** As sentences have it: {@code cluster snapshot}. */
  public String words() {
    return label.replace('-', ' ');
  }
}
