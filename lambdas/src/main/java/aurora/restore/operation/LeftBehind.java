package aurora.restore.operation;

import java.util.List;

/**
 * What an execution that failed may have left: made, half made, or asked for and not seen yet.
 *
 * @param cluster the identifier of the operation's cluster; empty where nothing was planned
 * @param resources in the order in which they are made; empty where nothing was asked for
 */
public record LeftBehind(String cluster, String region, List<OwnedResource> resources) {
  /** Of an execution that never planned anything. */
  public static LeftBehind nothing(String region) {
    return new LeftBehind("", region, List.of());
  }
}
