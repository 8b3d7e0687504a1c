package aurora.restore.infra.proof;

import java.util.Map;
import java.util.TreeMap;

/**
 * One thing that a call needs leave for. Most calls need several, each by itself.
 *
 * @param action e.g. {@code rds:CopyDBClusterSnapshot}
 * @param resource its ARN; {@code *} where the action knows no resources
 * @param context what the conditions of a policy are held against, by condition key
 */
record Demand(String action, String resource, Map<String, String> context) {
  Demand {
    context = Map.copyOf(context);
  }

  static Demand of(String action, String resource) {
    return new Demand(action, resource, Map.of());
  }

  Demand with(String key, String value) {
    var extended = new TreeMap<>(context);
    extended.put(key, value);
    return new Demand(action, resource, extended);
  }

  /** With a key for each tag, e.g. {@code aws:RequestTag/team}. */
  Demand with(String prefix, Map<String, String> tags) {
    var extended = new TreeMap<>(context);
    tags.forEach((name, value) -> extended.put(prefix + "/" + name, value));
    return new Demand(action, resource, extended);
  }
}
