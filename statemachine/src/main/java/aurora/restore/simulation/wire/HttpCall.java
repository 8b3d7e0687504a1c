package aurora.restore.simulation.wire;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request as it arrives.
 *
 * @param path the encoded path, with the query string if there is one
 * @param headers by name; looked up without regard to case
 */
public record HttpCall(
    String method, String host, String path, Map<String, List<String>> headers, byte[] body) {
  public HttpCall {
    var byName = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
    byName.putAll(headers);
    headers = byName;
  }

  /** The header's first value; null where it is missing. */
  public String header(String name) {
    var values = headers.get(name);
    return values == null || values.isEmpty() ? null : values.getFirst();
  }
}
