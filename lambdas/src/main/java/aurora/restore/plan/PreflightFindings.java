package aurora.restore.plan;

import aurora.restore.edge.Boundary;
import aurora.restore.error.Finding;
import aurora.restore.error.PreflightFailed;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** What a preflight finds: what stops the restore, and what an operator should merely know. */
final class PreflightFindings {
  private final List<Finding> stopping = new ArrayList<>();
  private final Set<String> warnings = new LinkedHashSet<>();

  void stop(InputKey key, String problem, String remedy) {
    stopping.add(new Finding(key.key(), problem, remedy));
  }

  /** The same warning twice is one. */
  void warn(String warning) {
    warnings.add(warning);
  }

  /**
   * Looks at something that a role may not be allowed to look at. That is no reason to give up a
   * restore which RDS might carry out all the same, nor may it pass for a check.
   *
   * @param unchecked what isn't known then, as a clause, e.g. {@code subnets weren't checked}
   * @return empty where AWS denied the look, which is a warning then
   */
  <T> Optional<T> unlessDenied(String unchecked, Supplier<T> look) {
    try {
      return Optional.of(look.get());
    } catch (AwsServiceException e) {
      if (!Boundary.isDenial(e)) {
        throw e;
      }
      warn(Boundary.action(e) + " is denied: " + unchecked);
      return Optional.empty();
    }
  }

  List<String> warnings() {
    return List.copyOf(warnings);
  }

  List<Finding> stopping() {
    return List.copyOf(stopping);
  }

  /** Throws all that stops the restore, where anything does. */
  void throwStopping() {
    if (!stopping.isEmpty()) {
      throw new PreflightFailed(stopping);
    }
  }
}
