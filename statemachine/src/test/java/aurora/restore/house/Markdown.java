package aurora.restore.house;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A document, and what a check can take hold of in it. */
public record Markdown(Path file, String text) {
  private static final Pattern FENCED =
      Pattern.compile("^ *```([a-z]*)\\n(.*?)^ *```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("^#{1,6} (.+)$", Pattern.MULTILINE);
  private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");

  public static Markdown of(String relative) {
    return of(Repository.path(relative));
  }

  static Markdown of(Path file) {
    return new Markdown(file, Repository.read(file));
  }

  static List<Markdown> all() {
    return Repository.files(".md").stream().map(Markdown::of).toList();
  }

  /** The commands in its {@code sh} blocks, each as one line, without comments. */
  List<String> commands() {
    return lines(Set.of("sh"));
  }

  private List<String> lines(Set<String> languages) {
    var commands = new ArrayList<String>();
    FENCED
        .matcher(text)
        .results()
        .filter(block -> languages.contains(block.group(1)))
        .map(block -> block.group(2).replaceAll("\\\\\n\\s*", ""))
        .flatMap(String::lines)
        .map(line -> line.replaceFirst("(^|\\s{2,})#.*$", "").strip())
        .filter(line -> !line.isEmpty())
        .forEach(commands::add);
    return commands;
  }

  /** The lines of its shells that call the AWS CLI, wherever they run. */
  List<String> awsLines() {
    return lines(Set.of("sh", "bash")).stream().filter(line -> line.contains("aws ")).toList();
  }

  /** The calls of the AWS CLI. */
  List<AwsCommand> awsCommands() {
    return awsLines().stream()
        .flatMap(line -> ShellLine.awsCommands(line).stream())
        .map(AwsCommand::of)
        .toList();
  }

  /** Where its links lead, those in code left out. */
  List<String> links() {
    var prose = CODE.matcher(FENCED.matcher(text).replaceAll("")).replaceAll("");
    return LINK.matcher(prose).results().map(link -> link.group(1)).toList();
  }

  /** What stands in backticks. */
  List<String> code() {
    return CODE.matcher(FENCED.matcher(text).replaceAll(""))
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  /** The anchors of its headings, as GitHub makes them. */
  public Set<String> anchors() {
    return HEADING
        .matcher(FENCED.matcher(text).replaceAll(""))
        .results()
        .map(Markdown::anchor)
        .collect(Collectors.toSet());
  }

  /** The rows of all tables, without their heads; cells without backticks. */
  List<List<String>> rows() {
    var lines = text.lines().toList();
    var rows = new ArrayList<List<String>>();
    var inBody = false;
    for (var line : lines) {
      if (line.matches("\\|[-| :]+\\|")) {
        inBody = true;
      } else if (!line.startsWith("|")) {
        inBody = false;
      } else if (inBody) {
        rows.add(
            Arrays.stream(line.substring(1, line.length() - 1).split("\\|"))
                .map(cell -> cell.replace("`", "").strip())
                .toList());
      }
    }
    return rows;
  }

  private static String anchor(MatchResult heading) {
    return heading
        .group(1)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .replace(' ', '-');
  }
}
