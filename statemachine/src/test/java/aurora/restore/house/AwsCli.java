package aurora.restore.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import aurora.restore.edge.Json;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The AWS CLI of this machine, where it is one that Python can import: asked what it thinks of
 * commands, none of which is sent.
 */
public final class AwsCli {
  private static final String SCRIPT =
      "statemachine/src/test/resources/aurora/restore/house/validate_aws_commands.py";

  private AwsCli() {}

  /**
   * Holds commands against the CLI's own parser and the services' models; skips the test where the
   * CLI isn't.
   *
   * @param lines lines of a shell that may call {@code aws}
   */
  public static void assertTakes(List<String> lines) {
    assumeTrue(
        isHere(), "python3 has no awscli here: commands aren't held against the services' models");
    var commands = lines.stream().flatMap(it -> ShellLine.awsCommands(it).stream()).toList();
    var said = said(commands.stream().map(AwsCli::withFiles).toList());
    var refused = new ArrayList<String>();
    for (int at = 0; at < commands.size(); at++) {
      if (said.get(at) != null) {
        refused.add("aws " + String.join(" ", commands.get(at)) + ": " + said.get(at));
      }
    }
    assertThat(refused).isEmpty();
  }

  private static boolean isHere() {
    try {
      return new ProcessBuilder("python3", "-c", "import awscli.clidriver")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false; // no Python, no CLI that can be asked
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts a test", e);
    }
  }

  private static List<String> said(List<List<String>> commands) {
    try {
      var python =
          new ProcessBuilder("python3", Repository.path(SCRIPT).toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try (var out = python.getOutputStream()) {
        Json.MAPPER.writeValue(out, commands);
      }
      return Json.MAPPER.readValue(python.getInputStream(), new TypeReference<List<String>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Inputs that a command takes from a file are taken from an example. */
  private static List<String> withFiles(List<String> command) {
    return command.stream()
        .map(
            word ->
                word.startsWith("file://")
                    ? "file://" + Repository.path("docs/examples/restore.json")
                    : word)
        .toList();
  }
}
