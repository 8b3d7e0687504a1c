package aurora.restore.simulation.model;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Errors that any operation of a service may answer, so that no model lists them with one. Each has
 * the page that says so.
 */
final class CommonErrors {
  /**
   * @param status its HTTP status
   * @param source the page of AWS's documentation, or where it was seen
   */
  record CommonError(String code, int status, String source) {}

  private static final Map<String, List<CommonError>> ALL = load();

  private CommonErrors() {}

  static Optional<CommonError> of(String service, String code) {
    return ALL.get(service).stream().filter(error -> error.code().equals(code)).findFirst();
  }

  private static Map<String, List<CommonError>> load() {
    try (var in = CommonErrors.class.getResourceAsStream("common-errors.json")) {
      return new JsonMapper().readValue(in, new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException("the list of common errors can't be read", e);
    }
  }
}
