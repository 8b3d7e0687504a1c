package aurora.restore.simulation.logs;

import aurora.restore.simulation.strict.NotModelledError;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Words that a line must have, each as it is spelt; quotes hold several together (CloudWatch Logs
 * User Guide, "Filter pattern syntax").
 */
record FilterPattern(List<String> words) {
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  /**
   * @param text null or empty: every line
   * @throws NotModelledError for a pattern that looks into a line's JSON or columns, or leaves a
   *     choice
   */
  static FilterPattern read(String text) {
    var words = new ArrayList<String>();
    var found = WORD.matcher(text == null ? "" : text);
    while (found.find()) {
      if (found.group(2) != null && found.group(2).matches("[{\\[?%-].*")) {
        throw new NotModelledError("a filter pattern of other than words isn't simulated: " + text);
      }
      words.add(found.group(1) == null ? found.group(2) : found.group(1));
    }
    return new FilterPattern(words);
  }

  boolean matches(String line) {
    return words.stream().allMatch(line::contains);
  }
}
