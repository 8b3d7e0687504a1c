package aurora.restore.simulation.dynamodb;

/** A global secondary index that has all attributes of its items. */
record Index(String name, KeySchema keys) {}
