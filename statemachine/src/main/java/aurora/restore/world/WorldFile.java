package aurora.restore.world;

import aurora.restore.edge.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A world's description as a file. Unlike a restore's payloads it is read strictly. */
public final class WorldFile {
  private static final JsonMapper MAPPER =
      Json.MAPPER.rebuild().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private WorldFile() {}

  /**
   * @throws FileRefused where it isn't JSON
   * @throws WorldRefused in one line that names each place in the file that can't be so
   */
  public static WorldDescription read(Path file) {
    var document = JsonFile.read(file);
    if (!document.isObject()) {
      throw new WorldRefused(file + ": a world is one JSON object");
    }
    try {
      var description = MAPPER.treeToValue(document, WorldDescription.class);
      var findings = WorldCheck.of(description);
      if (!findings.isEmpty()) {
        throw new WorldRefused(file + ": " + String.join("; ", findings));
      }
      return description;
    } catch (JsonMappingException e) {
      throw new WorldRefused(file + ": " + Misfit.sentence(e));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the document was read before", e);
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
