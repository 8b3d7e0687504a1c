package aurora.restore.trial.invariant;

import aurora.restore.simulation.rds.Resource;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What was there before is there still, with its tags, and isn't being deleted.
 *
 * <p>Left out is what people did to it, and what became of data whose key was disabled.
 */
final class OthersAreUntouched implements Invariant {
  private int seen;

  @Override
  public void afterEvent(Observed evidence) {
    if (evidence.changes().size() > seen) {
      seen = evidence.changes().size();
      compare(evidence);
    }
  }

  @Override
  public void atLast(Observed evidence) {
    compare(evidence);
  }

  private void compare(Observed evidence) {
    var now =
        evidence.world().resources().stream()
            .collect(Collectors.toMap(Resource::arn, Function.identity()));
    for (var was : evidence.before()) {
      var is = now.get(was.arn());
      var isSame =
          is != null
              && is.tags().equals(was.tags())
              && (was.status().equals("deleting") || !is.status().equals("deleting"));
      if (!isSame && !evidence.scene().isTouched(was.arn())) {
        evidence.violated(this, was + " is " + is);
      }
    }
  }
}
