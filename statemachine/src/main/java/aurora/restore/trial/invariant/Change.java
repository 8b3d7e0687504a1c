package aurora.restore.trial.invariant;

import aurora.restore.simulation.Caller;
import aurora.restore.simulation.rds.Resource;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;

/**
 * A call of RDS by the pipeline that has taken effect, whether its answer was heard or not.
 *
 * @param by the invocation that called
 * @param target what the call makes, changes or deletes
 * @param was what that was when the call came; empty where it wasn't there
 */
public record Change(
    Instant at,
    Caller caller,
    Invocation by,
    String operation,
    SdkPojo request,
    Target target,
    Optional<Resource> was) {

  /** Whether it brings something into being. */
  boolean makes() {
    return target.act() == Target.Act.MAKES;
  }

  /** Whether it takes something away. */
  boolean deletes() {
    return target.act() == Target.Act.DELETES;
  }

  @Override
  public String toString() {
    return caller.function() + "'s " + operation + " of " + target.arn();
  }
}
