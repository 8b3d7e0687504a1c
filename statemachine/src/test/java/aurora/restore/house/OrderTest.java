package aurora.restore.house;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.rehearsal.Rehearse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One seed gives one history, byte for byte, in every process. The JDK walks through its
 * unmodifiable maps and sets in an order that it draws anew for each process, so nothing may walk
 * through them.
 */
class OrderTest {
  private static final String ORDER =
      "its order changes from process to process: copy into a LinkedHashMap, a TreeSet or a List";

  private static final List<Ban> BANS =
      List.of(
          Ban.on("java.util.Map.copyOf", ORDER),
          Ban.on("java.util.Set.copyOf", ORDER),
          Ban.on("java.util.stream.Collectors.toUnmodifiableSet", ORDER),
          Ban.on("java.util.stream.Collectors.toUnmodifiableMap", ORDER));

  /** A name that stands for a map or set without an order. */
  private static final Pattern UNORDERED =
      Pattern.compile(
          "\\b(\\w+)\\s*=\\s*(?:Map\\.(?:of|ofEntries)\\(\\s*[^)\\s]|Set\\.of\\(\\s*[^)\\s]"
              + "|new\\s+(?:IdentityHashMap|HashSet|HashMap|ConcurrentHashMap)<)");

  /** How it would be walked through, the name being put in. */
  private static final String WALKED =
      "(?<!Tree(?:Set|Map)<>\\()\\b%1$s\\s*\\.\\s*(?:stream|forEach|entrySet|keySet|iterator|toString|toArray)\\("
          + "|:\\s*%1$s\\)|join\\([^()]*,\\s*%1$s\\)|(?:List\\.copyOf|ArrayList<>)\\(%1$s\\)";

  /** Where it is walked through to no effect on what comes out, with the reason. */
  private static final List<String> HARMLESS =
      List.of(
          "AslReader.java: STATE_FIELDS.keySet(", // the nearest name is chosen by distance
          "ClusterChanges.java: MODELLED.stream("); // counted

  @Test
  void nothingCopiesIntoAMapOrSetThatHasNoOrder() {
    var broken = new ArrayList<String>();
    for (var type : Compiled.MAIN) {
      for (var access : type.getAccessesFromSelf()) {
        BANS.stream()
            .filter(ban -> ban.isBrokenBy(access))
            .forEach(ban -> broken.add(ban.brokenBy(access)));
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void nothingWalksThroughAMapOrSetThatHasNoOrder() throws IOException {
    var broken = new ArrayList<String>();
    for (var source : Repository.files(".java")) {
      var name = Repository.name(source);
      if (!name.contains("src/main/") || name.startsWith("infra/")) {
        continue;
      }
      var text = Files.readString(source);
      var unordered = UNORDERED.matcher(text);
      while (unordered.find()) {
        var walk = Pattern.compile(WALKED.formatted(Pattern.quote(unordered.group(1))));
        var walked = walk.matcher(text);
        if (walked.find()) {
          broken.add(name + ": " + walked.group() + ": " + ORDER);
        }
      }
    }
    broken.removeIf(found -> HARMLESS.stream().anyMatch(found::contains));
    assertThat(broken).isEmpty();
  }

  @Test
  void twoProcessesWriteTheSameDocument(@TempDir Path directory) throws Exception {
    var one = rehearsed(directory.resolve("one.json"));
    var other = rehearsed(directory.resolve("other.json"));

    assertThat(one.waitFor()).isZero();
    assertThat(other.waitFor()).isZero();

    var document = Files.readString(directory.resolve("one.json"), StandardCharsets.UTF_8);
    assertThat(document).contains("\"notifications\"", "\"resources\"", "\"audit\"");
    assertThat(Files.readString(directory.resolve("other.json"), StandardCharsets.UTF_8))
        .isEqualTo(document);
  }

  /** A restore that fails, goes on, succeeds and is cleaned up: much of what can be written. */
  private static Process rehearsed(Path document) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            Rehearse.class.getName(),
            "--input",
            Repository.root().resolve("docs/examples/restore-encrypted.json").toString(),
            "--fault",
            "copy-fails",
            "--redrive",
            "--then-clean-up",
            "--json")
        .redirectOutput(document.toFile())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
