package aurora.restore.simulation.rds;

import java.util.List;

/** The two engines of Aurora. */
enum AuroraEngine {
  AURORA_MYSQL(
      "aurora-mysql",
      "Aurora MySQL",
      "general-public-license",
      3306,
      List.of("audit", "error", "general", "iam-db-auth-error", "instance", "slowquery")),
  AURORA_POSTGRESQL(
      "aurora-postgresql",
      "Aurora PostgreSQL",
      "postgresql-license",
      5432,
      List.of("iam-db-auth-error", "instance", "postgresql"));

  final String wireName;
  final String description;
  final String licenseModel;
  final int defaultPort;
  final List<String> logTypes;

  AuroraEngine(
      String wireName,
      String description,
      String licenseModel,
      int defaultPort,
      List<String> logTypes) {
    this.wireName = wireName;
    this.description = description;
    this.licenseModel = licenseModel;
    this.defaultPort = defaultPort;
    this.logTypes = logTypes;
  }

  /** Refuses with {@code InvalidParameterValue} an engine that isn't Aurora's. */
  static AuroraEngine named(String wireName) {
    for (var engine : values()) {
      if (engine.wireName.equals(wireName)) {
        return engine;
      }
    }
    throw Refusal.invalidValue("Invalid DB engine: " + wireName);
  }
}
