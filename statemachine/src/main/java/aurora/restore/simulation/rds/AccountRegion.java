package aurora.restore.simulation.rds;

import java.util.List;

/** Where state lives: one account in one region. */
record AccountRegion(String account, String region) {
  String arn(RdsKind kind, String identifier) {
    return "arn:aws:rds:%s:%s:%s:%s".formatted(region, account, kind.arnType(), identifier);
  }

  /** The three zones of the region. */
  List<String> zones() {
    return List.of(region + "a", region + "b", region + "c");
  }
}
