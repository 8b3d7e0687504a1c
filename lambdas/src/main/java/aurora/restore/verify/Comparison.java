package aurora.restore.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What was compared: what is as planned, and what differs. */
final class Comparison {
  private final List<String> same = new ArrayList<>();
  private final List<String> different = new ArrayList<>();

  /**
   * @param what the thing compared, e.g. {@code engine version}
   */
  void expect(String what, Object planned, Object found) {
    if (Objects.equals(planned, found)) {
      same.add(what + ": " + planned);
    } else {
      different.add(what + " is " + found + ", planned was " + planned);
    }
  }

  List<String> same() {
    return List.copyOf(same);
  }

  List<String> different() {
    return List.copyOf(different);
  }
}
