package aurora.restore.house;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.file.Path;

/**
 * YAML as a tree. A key that is there twice is an error: what it says would be up to its reader.
 */
final class Yaml {
  private static final YAMLMapper MAPPER =
      YAMLMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();

  private Yaml() {}

  static JsonNode read(Path file) {
    try {
      return MAPPER.readTree(Repository.read(file));
    } catch (JsonProcessingException e) {
      throw new AssertionError(Repository.name(file) + " can't be read as YAML", e);
    }
  }
}
