package aurora.restore.rehearsal;

import aurora.restore.page.Html;
import java.io.PrintWriter;
import java.time.Duration;

/** Lines with a name in front, within a width. */
record Lines(PrintWriter out, Width width) {
  private static final int NAME = 15;
  private static final int INDENT = 2;

  void heading(String text) {
    out.println();
    out.println(text);
  }

  void say(String text) {
    out.println(" ".repeat(INDENT) + width.wrapped(text, INDENT));
  }

  void of(String name, String value) {
    out.printf("  %-" + NAME + "s%s%n", name, width.wrapped(value, INDENT + NAME));
  }

  /** {@code 1:04:12}. */
  static String words(Duration duration) {
    return Html.words(duration);
  }
}
