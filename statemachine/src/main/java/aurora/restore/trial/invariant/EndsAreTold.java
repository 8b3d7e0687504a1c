package aurora.restore.trial.invariant;

import aurora.restore.engine.StatusChange;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Each bad end of a restore or a clean-up has reached the topic, which was up at last.
 *
 * <p>Left out are operations whose trail somebody had purged.
 */
final class EndsAreTold implements Invariant {
  @Override
  public void atLast(Observed evidence) {
    var ends =
        evidence.badEnds().stream()
            .map(StatusChange::executionArn)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    evidence.badEnds().stream()
        .map(StatusChange::executionArn)
        .distinct()
        .forEach(arn -> require(evidence, arn, ends.get(arn)));
  }

  private void require(Observed evidence, String arn, long ends) {
    var execution = evidence.world().engine().execution(arn).orElseThrow();
    var row = evidence.row(Observed.operation(execution));
    if (row.filter(it -> it.has("purged_at")).isPresent()) {
      return;
    }
    var mails =
        evidence.world().mail().stream()
            .filter(mail -> "FAILED".equals(mail.attributes().get("event")))
            .filter(mail -> mail.body().contains(arn + "\n"))
            .count();
    if (mails < ends) {
      evidence.violated(this, arn + " ended badly " + ends + " times, and was told " + mails);
    }
  }
}
