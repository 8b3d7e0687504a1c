package aurora.restore.trial;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.trial.invariant.Violation;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShrinkingTest {
  private final TrialPlan plan = TrialPlan.drawn(1);

  @Test
  void partsThatAreNotNeededGo() {
    var last = plan.numbers().getLast();
    var shrinking = new Shrinking(tried -> verdict(tried, "Promise", List.of(1, last)));

    var shrunk = shrinking.shrunk(verdict(plan, "Promise", List.of()));

    assertThat(shrunk.plan().numbers()).containsExactly(1, last);
  }

  @Test
  void anotherPromiseThatBreaksInsteadDoesNotCount() {
    var shrinking =
        new Shrinking(
            tried -> verdict(tried, tried.numbers().size() < 3 ? "Another" : "Promise", List.of()));

    assertThat(shrinking.shrunk(verdict(plan, "Promise", List.of())).plan().numbers()).hasSize(3);
  }

  /** Broken where the plan has all of these parts. */
  private static Verdict verdict(TrialPlan plan, String promise, Collection<Integer> needed) {
    var broken =
        plan.numbers().containsAll(needed)
            ? List.of(new Violation(promise, Instant.EPOCH, ""))
            : List.<Violation>of();
    return new Verdict(plan, broken, Map.of(), "");
  }
}
