package aurora.restore.trial.act;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Keys of the restore's input beside those that are required. Keys that go together are one wish.
 */
public record Wish(ObjectNode keys) implements Part {
  @Override
  public String kind() {
    return "wish";
  }

  @Override
  public String toString() {
    return "the input says " + keys;
  }
}
