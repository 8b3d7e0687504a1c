package aurora.restore.simulation.dynamodb;

import aurora.restore.simulation.Caller;

/** Where a table is. */
record Address(String account, String region, String table) {
  static Address of(Caller caller, String table) {
    return new Address(caller.account(), caller.region(), table);
  }
}
