package aurora.restore.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What was compared: what is as planned, and what differs. */
final class Comparison {
  private final List<String> same = new ArrayList<>();
  private final List<String> different = new ArrayList<>();

  /**
   * @param what the thing compared, e.g. {@code cluster engine version}
   */
  void expect(String what, Object planned, Object found) {
    if (Objects.equals(planned, found)) {
      same.add(what + ": " + planned);
    } else {
      different.add(
          what + " is " + (found == null ? "not there" : found) + ", planned was " + planned);
    }
  }

  /** Something that is as it should be, and worth telling. */
  void note(String what) {
    same.add(what);
  }

  List<String> same() {
    return List.copyOf(same);
  }

  List<String> different() {
    return List.copyOf(different);
  }
}
