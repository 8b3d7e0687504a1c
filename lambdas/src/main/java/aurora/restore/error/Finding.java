package aurora.restore.error;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One thing that is wrong with an input.
 *
 * @param key the input's key that it is about, e.g. {@code subnet_ids}
 * @param problem what is wrong, as a clause without a full stop
 * @param remedy what to change, as an instruction without a full stop
 */
public record Finding(String key, String problem, String remedy) {
  /** Stands between findings in a message: whoever has room shows a line for each. */
  public static final String SEPARATOR = " | ";

  @Override
  public String toString() {
    return key + ": " + problem + "; " + remedy;
  }

  /** All findings as one text: an operator mends them in one go. */
  static String listed(List<Finding> findings) {
    return findings.stream().map(Finding::toString).collect(Collectors.joining(SEPARATOR));
  }

  static String counted(List<Finding> findings) {
    return findings.size() == 1 ? "1 finding" : findings.size() + " findings";
  }
}
