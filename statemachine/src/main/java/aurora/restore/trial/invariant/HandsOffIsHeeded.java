package aurora.restore.trial.invariant;

import aurora.restore.machine.HandlerFunction;
import aurora.restore.operation.Ownership;
import aurora.restore.simulation.rds.Resource;
import java.util.Optional;

/**
 * What carries the hands-off tag is neither changed nor deleted.
 *
 * <p>Left out is a tag that was put on while the function was at work, and what Apply Settings
 * changes: its role is denied that, and trials have no roles.
 */
final class HandsOffIsHeeded implements Invariant {
  private static final String APPLY_SETTINGS = HandlerFunction.APPLY_SETTINGS.placeholder();

  @Override
  public void onChange(Observed evidence, Change change) {
    if (!change.caller().function().equals(APPLY_SETTINGS)
        && isKept(change.was())
        && isKept(change.by().before(change.target().arn()))) {
      evidence.violated(this, change + ", which is to be left alone");
    }
  }

  private static boolean isKept(Optional<Resource> resource) {
    return resource.filter(it -> it.tags().containsKey(Ownership.HANDS_OFF_TAG)).isPresent();
  }
}
