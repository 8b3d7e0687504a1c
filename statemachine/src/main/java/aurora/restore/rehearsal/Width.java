package aurora.restore.rehearsal;

import java.util.ArrayList;
import java.util.List;

/**
 * How many characters a line may have.
 *
 * @param columns between 60 and 200
 */
record Width(int columns) {
  private static final int LEAST = 60;
  private static final int MOST = 200;

  /** Where the output isn't a terminal: for files and pipes, whose readers wrap by themselves. */
  static final Width OF_FILES = new Width(100);

  /** What the launching script found, where there is a terminal. */
  static Width ofTerminal() {
    var columns = Integer.getInteger("rehearse.columns", 80);
    return new Width(Math.clamp(columns, LEAST, MOST));
  }

  /**
   * A text in lines that fit, of which all but the first are indented. Words are left whole: an ARN
   * that is torn can't be copied.
   *
   * @param used what stands before the first line's text, and is the others' indentation
   */
  String wrapped(String text, int used) {
    var lines = new ArrayList<String>();
    for (var paragraph : text.split("\n", -1)) {
      wrap(paragraph, columns - used, lines);
    }
    return String.join("\n" + " ".repeat(used), lines);
  }

  private static void wrap(String paragraph, int room, List<String> lines) {
    var line = new StringBuilder();
    for (var word : paragraph.split(" ")) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > room) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
  }
}
