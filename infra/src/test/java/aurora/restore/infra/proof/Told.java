package aurora.restore.infra.proof;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.UniqueId;

/**
 * How one story went under the permissions in force.
 *
 * @param id by which it can be told again
 * @param name of its class and what it tells
 * @param failure what it failed with
 * @param used what it needed leave for
 * @param denied what it had no leave for: a story may go on in spite of it, with a warning
 * @param millis how long it took
 */
record Told(
    String id,
    String name,
    Optional<Throwable> failure,
    Set<Permission> used,
    List<Denial> denied,
    long millis) {

  /**
   * @throws Throwable what the story failed with
   */
  void requirePassed() throws Throwable {
    if (failure.isPresent()) {
      throw failure.get();
    }
    if (isFailed()) {
      throw new AssertionError(toString());
    }
  }

  /** Of the class that it stands in. */
  UniqueId chapterId() {
    var segments = UniqueId.parse(id).getSegments();
    return UniqueId.root(segments.get(0).getType(), segments.get(0).getValue())
        .append(segments.get(1));
  }

  /** A call that is denied fails a story, whatever the story makes of it. */
  boolean isFailed() {
    return failure.isPresent() || !denied.isEmpty();
  }

  @Override
  public String toString() {
    var said = failure.map(it -> " failed: " + firstLine(it)).orElse("");
    return name + said + (denied.isEmpty() ? "" : "\n      " + denied.getFirst());
  }

  private static String firstLine(Throwable failure) {
    return String.valueOf(failure.getMessage()).strip().lines().findFirst().orElse("").strip();
  }
}
