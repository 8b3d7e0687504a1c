package aurora.restore.operation;

import aurora.restore.json.PascalCase;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * The state that called a function: its name, and when it was entered. The entry time stays the
 * same through retries, so that what is derived from it is written once.
 *
 * @param retryCount how often it has been retried since
 */
public record StateContext(
    @JsonProperty("Name") String name,
    @JsonProperty("EnteredTime") String enteredTime,
    @JsonProperty("RetryCount") int retryCount)
    implements PascalCase {

  public Instant enteredAt() {
    return Instant.parse(enteredTime);
  }
}
