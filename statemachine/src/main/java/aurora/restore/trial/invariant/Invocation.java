package aurora.restore.trial.invariant;

import aurora.restore.simulation.rds.Resource;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A function at work.
 *
 * @param operation whose operation it works for; null where its payload tells of no execution
 * @param execution the ARN of the execution that called it; null likewise
 * @param holder who held the operation when it began; null where nobody did
 * @param before everything that existed when it began
 */
public record Invocation(
    String function,
    JsonNode payload,
    String operation,
    String execution,
    String holder,
    Instant began,
    List<Resource> before) {

  Optional<Resource> before(String arn) {
    return before.stream().filter(it -> it.arn().equals(arn)).findFirst();
  }
}
