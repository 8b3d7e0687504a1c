package aurora.restore.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Pieces of a page, well-formed as XML too; what is text is escaped here. */
public final class Html {
  private static final int MANY = 12;

  private Html() {}

  /**
   * A whole page.
   *
   * @param title as text
   * @param body as HTML
   */
  public static String page(String title, String body) {
    return """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>%s</title>
    <style>
    %s</style>
    </head>
    <body>
    %s</body>
    </html>
    """
        .formatted(escaped(title), css(), body);
  }

  /**
   * Nothing where there is nothing to tell.
   *
   * @param content as HTML
   */
  public static String section(String heading, String content) {
    return content.isEmpty() ? "" : "<h2>" + escaped(heading) + "</h2>\n" + content;
  }

  public static String paragraph(String text) {
    return "<p>" + escaped(text) + "</p>\n";
  }

  public static String softParagraph(String text) {
    return "<p class=\"soft\">" + escaped(text) + "</p>\n";
  }

  /** A row of a table that is told by its name. */
  public static String named(String name, String value) {
    return namedHtml(name, escaped(value));
  }

  /**
   * @param value as HTML
   */
  public static String namedHtml(String name, String value) {
    return "<tr><th>%s</th><td>%s</td></tr>\n".formatted(escaped(name), value);
  }

  /** A word in the colour of what is well, or of what isn't. */
  public static String judged(String word, boolean isWell) {
    return "<span class=\"%s\">%s</span>".formatted(isWell ? "good" : "bad", escaped(word));
  }

  /**
   * Nothing where there are no rows.
   *
   * @param rows as HTML
   */
  public static String table(List<String> rows) {
    return rows.isEmpty() ? "" : "<table>\n" + String.join("", rows) + "</table>\n";
  }

  /** Nothing where there are no items; small and in columns where there are many. */
  public static String list(List<String> items) {
    if (items.isEmpty()) {
      return "";
    }
    var list = new StringBuilder(items.size() < MANY ? "<ul>\n" : "<ul class=\"many\">\n");
    items.forEach(item -> list.append("<li>").append(escaped(item)).append("</li>\n"));
    return list.append("</ul>\n").toString();
  }

  public static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** {@code 1:04:12}. */
  public static String words(Duration duration) {
    return String.format(
        Locale.ROOT,
        "%d:%02d:%02d",
        duration.toHours(),
        duration.toMinutesPart(),
        duration.toSecondsPart());
  }

  private static String css() {
    try (var css = Html.class.getResourceAsStream("page.css")) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
