package aurora.restore.stories;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The input's {@code verification}, and the variations on it. Each is a new one. */
record Checks(String secret, List<Map<String, Object>> checks) {
  static final String DATABASE = "orders";
  static final String COUNT = "select count(*) from orders";
  static final String NEWEST = "select max(placed_at) from orders";

  /** Made with the secret that RDS keeps. */
  static Checks of(String name, String sql, String expectation, Object value) {
    return new Checks("managed", List.of()).and(name, sql, expectation, value);
  }

  Checks and(String name, String sql, String expectation, Object value) {
    var more = new ArrayList<>(checks);
    more.add(Map.of("name", name, "sql", sql, expectation, value));
    return new Checks(secret, more);
  }

  Checks and(String name, String sql, String expectation, Object value, int timeoutSeconds) {
    var more = new ArrayList<>(checks);
    more.add(
        Map.of("name", name, "sql", sql, expectation, value, "timeout_seconds", timeoutSeconds));
    return new Checks(secret, more);
  }

  Checks with(String secretArn) {
    return new Checks(secretArn, checks);
  }

  /** The runbook's input of a PostgreSQL snapshot, with these checks. */
  RunbookInput input() {
    return RunbookInput.input()
        .with("engine_version", "16.4")
        .with("verification", Map.of("database", DATABASE, "secret", secret, "checks", checks));
  }
}
