package aurora.restore.operation;

import aurora.restore.json.JsonText;
import aurora.restore.json.PascalCase;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;

/**
 * An error that a state machine caught, as {@code $states.errorOutput} has it.
 *
 * @param error a class's name, or Step Functions' own word
 * @param cause of a function's error its JSON, else a sentence; null where none is given
 */
public record CaughtError(@JsonProperty("Error") String error, @JsonProperty("Cause") String cause)
    implements PascalCase {
  private static final int MOST_CHARACTERS = 1_000;

  /** For people: the error's simple name, and what it said. */
  public String words() {
    var name = error.substring(error.lastIndexOf('.') + 1);
    return cause == null ? name : name + ": " + Excerpt.of(said(), MOST_CHARACTERS);
  }

  private String said() {
    try {
      return JsonText.read(cause).path("errorMessage").asText(cause);
    } catch (JsonProcessingException e) {
      return cause; // a sentence
    }
  }
}
