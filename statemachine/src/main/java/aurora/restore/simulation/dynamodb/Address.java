package aurora.restore.simulation.dynamodb;

import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Caller;

/** Where a table is. */
record Address(String account, String region, String table) {
  private static final String ARN = "arn:aws:dynamodb:";

  /**
   * @param table its name, or its ARN, which must be of the caller's region
   */
  static Address of(Caller caller, String table) {
    if (table == null || !table.startsWith("arn:")) {
      return new Address(caller.account(), caller.region(), table);
    }
    var here = ARN + caller.region() + ":";
    var parts = table.split("[:/]");
    if (!table.startsWith(here) || parts.length != 7) {
      throw new AwsError("ResourceNotFoundException", 400, "Requested resource not found");
    }
    return new Address(parts[4], parts[3], parts[6]);
  }
}
