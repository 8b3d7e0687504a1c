package aurora.restore.machine;

import aurora.restore.asl.YamlDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The state machines, each with its definition. */
public enum Machine {
  RESTORE,
  REPORT_FAILURE,
  CLEAN_UP;

  /** As it is deployed, e.g. {@code restore}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What definitions that start it call it: {@code CleanUp}. */
  public String placeholder() {
    return Stream.of(name().split("_"))
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }

  /** Whether another machine reports how its executions end badly. */
  public boolean isReported() {
    return this != REPORT_FAILURE;
  }

  /** The definition in the Amazon States Language, with a placeholder per function and machine. */
  public String definition() {
    return Read.DEFINITIONS.get(this);
  }

  /** Hex SHA-256 of the definition: what tells which one an execution ran under. */
  public String digest() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(definition().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  /** Once, and only where somebody asks: most commands need no more than a machine's id. */
  private static final class Read {
    private static final Map<Machine, String> DEFINITIONS = new EnumMap<>(Machine.class);

    static {
      for (var machine : values()) {
        DEFINITIONS.put(machine, machine.read());
      }
    }
  }

  private String read() {
    var file = id() + ".asl.yaml";
    try (var stream = Machine.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("the jar has no " + file);
      }
      return YamlDefinition.deployed(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
