package aurora.restore.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A line of a POSIX shell, as far as documents and mails use one: words, quotes, variables, {@code
 * $(…)}, pipes and redirections. Variables get values of the kind that their names say.
 */
final class ShellLine {
  private final String text;
  private final List<List<String>> commands = new ArrayList<>();
  private int at;

  private ShellLine(String text) {
    this.text = text;
  }

  /** The words of each call of {@code aws} in a line, the word itself left out. */
  static List<List<String>> awsCommands(String line) {
    var read = new ShellLine(line);
    while (read.at < line.length()) {
      read.command();
      read.at++; // what ends a command: a pipe, a redirection, a semicolon
    }
    return List.copyOf(read.commands);
  }

  /** The words of a line that is one command. */
  static List<String> words(String line) {
    return new ShellLine(line).command();
  }

  /** Reads up to the end of a command. */
  private List<String> command() {
    var words = new ArrayList<String>();
    while (at < text.length() && "|>;&)".indexOf(text.charAt(at)) < 0) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else {
        words.add(word());
      }
    }
    if (!words.isEmpty() && words.getFirst().equals("aws")) {
      commands.add(List.copyOf(words.subList(1, words.size())));
    }
    return words;
  }

  private String word() {
    var word = new StringBuilder();
    while (at < text.length() && " |>;&)".indexOf(text.charAt(at)) < 0) {
      switch (text.charAt(at)) {
        case '\'' -> word.append(singleQuoted());
        case '"' -> doubleQuoted(word);
        case '$' -> word.append(expanded());
        case '\\' -> {
          word.append(text.charAt(at + 1));
          at += 2;
        }
        default -> word.append(text.charAt(at++));
      }
    }
    return word.toString();
  }

  private String singleQuoted() {
    var end = text.indexOf('\'', at + 1);
    if (end < 0) {
      throw new AssertionError("a quote is left open: " + text);
    }
    var quoted = text.substring(at + 1, end);
    at = end + 1;
    return quoted;
  }

  private void doubleQuoted(StringBuilder word) {
    at++;
    while (text.charAt(at) != '"') {
      switch (text.charAt(at)) {
        case '\\' -> {
          word.append(text.charAt(at + 1));
          at += 2;
        }
        case '$' -> word.append(expanded());
        default -> word.append(text.charAt(at++));
      }
    }
    at++;
  }

  private String expanded() {
    at++;
    if (text.charAt(at) == '(') {
      do {
        at++;
        command();
      } while (text.charAt(at) != ')');
      at++;
      return "what-it-prints";
    }
    var start = at;
    while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
      at++;
    }
    return value(text.substring(start, at));
  }

  private static String value(String variable) {
    var name = variable.toLowerCase(Locale.ROOT);
    if (name.endsWith("region")) {
      return "us-west-2";
    }
    if (name.endsWith("arn") || name.equals("execution")) {
      return "arn:aws:states:us-west-2:111122223333:execution:restore:orders-drill-1";
    }
    return name.endsWith("url")
        ? "https://sqs.us-west-2.amazonaws.com/111122223333/dead-letters"
        : "orders-drill-1";
  }
}
