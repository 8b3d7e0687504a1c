package aurora.restore.stories.faults;

import aurora.restore.stories.RunbookInput;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the stories ask for. */
final class Inputs {
  private Inputs() {}

  /** A cluster with a writer and a reader, from an unencrypted snapshot of another region. */
  static ObjectNode plain() {
    return RunbookInput.input().with("instance_count", 2).json();
  }

  /** The same of PostgreSQL, and what is restored is checked by SQL. */
  static ObjectNode checked() {
    var input = plain().put("engine_version", "16.4");
    var verification = input.putObject("verification");
    verification.put("database", "orders").put("secret", "managed");
    verification
        .putArray("checks")
        .addObject()
        .put("name", "orders are there")
        .put("sql", "select count(*) from orders")
        .put("at_least", 1000);
    return input;
  }

  /** The same from an encrypted snapshot. */
  static ObjectNode encrypted() {
    return plain().put("kms_key_id", "alias/dr");
  }
}
