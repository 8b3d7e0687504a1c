package aurora.restore.infra.configuration;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A configuration that the context names instead of holding: {@code -c auroraRestore=FILE}, so that
 * one checkout can be deployed with several. On its command line the CDK knows texts alone (AWS CDK
 * Developer Guide, "Context values and the AWS CDK").
 */
public final class ConfigurationFile {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private ConfigurationFile() {}

  /**
   * @param context what the CDK found: an object, which is the configuration itself, or the name of
   *     the JSON file that holds it
   * @param directory what the name is relative to
   * @return the configuration's object, unread; null where there is none
   * @throws ConfigurationRefused if there is no such file, or no JSON in it
   */
  public static Object resolve(Object context, Path directory) {
    return context instanceof String name ? read(directory.resolve(name)) : context;
  }

  /**
   * Why a configuration can't be deployed, by the name of the file where it is held by one.
   *
   * @param context as for {@link #resolve}
   */
  public static ConfigurationRefused named(Object context, ConfigurationRefused refused) {
    return context instanceof String name ? refused.in(name) : refused;
  }

  private static Object read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new ConfigurationRefused(List.of("there is no such file"));
    }
    try {
      return JSON.readValue(Files.readString(file), Object.class);
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      throw new ConfigurationRefused(
          List.of(
              "line %d, column %d: %s"
                  .formatted(at.getLineNr(), at.getColumnNr(), e.getOriginalMessage())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
