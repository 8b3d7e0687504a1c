package aurora.restore.world;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file that people write by hand: one JSON document, and what is wrong in one sentence. */
public final class JsonFile {
  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private JsonFile() {}

  /**
   * @throws FileRefused where it can't be read, or isn't one JSON document
   */
  public static JsonNode read(Path file) {
    if (!Files.exists(file)) {
      throw new FileRefused(file + ": there is no such file");
    }
    try {
      return read(file.toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new FileRefused(file + " can't be read");
    }
  }

  /**
   * @param name what messages call it
   */
  public static JsonNode read(String name, byte[] content) {
    var text = text(name, content);
    try (var parser = MAPPER.getFactory().createParser(text)) {
      JsonNode document = MAPPER.readTree(parser);
      requireEnd(name, parser);
      return document;
    } catch (JsonProcessingException e) {
      throw new FileRefused(Slip.of(name, text, e).sentence());
    } catch (IOException e) {
      throw new UncheckedIOException("a text is read without a device", e);
    }
  }

  private static String text(String name, byte[] content) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      throw new FileRefused(name + " isn't text in UTF-8");
    }
    if (text.isBlank()) {
      throw new FileRefused(name + " is empty");
    }
    if (text.charAt(0) == BYTE_ORDER_MARK) {
      throw new FileRefused(name + " begins with a byte order mark: save it as UTF-8 without one");
    }
    return text;
  }

  private static void requireEnd(String name, JsonParser parser) throws IOException {
    var end = parser.currentLocation();
    if (parser.nextToken() != null) {
      var at = parser.currentTokenLocation();
      throw new FileRefused(
          "%s, line %d, column %d: something follows after the document, which ends at line %d"
              .formatted(name, at.getLineNr(), at.getColumnNr(), end.getLineNr()));
    }
  }
}
