package aurora.restore.simulation.wire;

import java.util.List;
import java.util.ServiceLoader;

/**
 * Sees every call that was answered, with its answer, as both go over the wire. Found by {@link
 * ServiceLoader}, so that whoever puts one on the class path watches every simulated world there,
 * and no test can leave it out. The rehearsal has none.
 */
public interface WireObserver {
  /**
   * @param service the name that requests are signed for, e.g. {@code rds}
   */
  void answered(String service, HttpCall call, HttpReply reply);

  /** All that are on the class path. */
  static List<WireObserver> all() {
    return ServiceLoader.load(WireObserver.class, WireObserver.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }
}
