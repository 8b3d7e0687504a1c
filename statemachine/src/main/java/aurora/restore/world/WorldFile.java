package aurora.restore.world;

import aurora.restore.edge.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A world's description as a file. Unlike a restore's payloads it is read strictly. */
public final class WorldFile {
  private static final JsonMapper MAPPER =
      Json.MAPPER.rebuild().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private WorldFile() {}

  /**
   * @throws WorldRefused in one line that names each place in the file that can't be so
   */
  public static WorldDescription read(Path file) {
    try {
      var description = MAPPER.readValue(Files.readString(file), WorldDescription.class);
      if (description == null) {
        throw new WorldRefused(file + " is empty");
      }
      var findings = WorldCheck.of(description);
      if (!findings.isEmpty()) {
        throw new WorldRefused(file + ": " + String.join("; ", findings));
      }
      return description;
    } catch (JsonMappingException e) {
      throw new WorldRefused(file + ": " + e.getPathReference() + ": " + e.getOriginalMessage());
    } catch (JsonProcessingException e) {
      throw new WorldRefused(file + " is no JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new WorldRefused(file + " can't be read");
    }
  }

  public static String write(WorldDescription description) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(description);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
