package aurora.restore.trial;

import aurora.restore.edge.Json;
import aurora.restore.trial.act.Act;
import aurora.restore.trial.act.Order;
import aurora.restore.trial.act.Part;
import aurora.restore.trial.act.Scene;
import aurora.restore.trial.act.Timed;
import aurora.restore.trial.act.When;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Draws the plan of a trial. Each concern draws from a source of its own. */
final class Drawing {
  private static final int MOST_ACTS = 9;

  /** So many plans have one act, and one that passes by itself: whatever it is, it is outlasted. */
  private static final int QUIET_PERCENT = 20;

  private static final int LEAST_GIB = 10;
  private static final int MOST_GIB = 3_000;

  private final long seed;
  private final SplittableRandom sizes;
  private final WishDrawing wishes;
  private final ResidentDrawing residents;
  private final SplittableRandom count;
  private final ActDrawing acts;
  private final MomentDrawing moments;

  Drawing(long seed) {
    var random = new SplittableRandom(seed);
    this.seed = seed;
    this.sizes = random.split();
    this.wishes = new WishDrawing(random.split());
    this.residents = new ResidentDrawing(random.split());
    this.count = random.split();
    this.acts = new ActDrawing(random.split());
    this.moments = new MomentDrawing(random.split());
  }

  TrialPlan plan() {
    var input = wishes.required();
    var parts = new ArrayList<Part>();
    parts.add(timed(new When.After(Duration.ZERO), new Order.Restore(Scene.FIRST, none())));
    parts.addAll(wishes.drawn(input));
    parts.addAll(residents.drawn(input));
    var many = count.nextInt(MOST_ACTS + 1);
    var isQuiet = count.nextInt(100) < QUIET_PERCENT;
    if (isQuiet) {
      parts.add(timed(moments.drawn(), acts.passing()));
    }
    for (int act = 0; act < many && !isQuiet; act++) {
      parts.add(timed(moments.drawn(), acts.drawn(input)));
    }
    var gib = (int) Math.exp(sizes.nextDouble(Math.log(LEAST_GIB), Math.log(MOST_GIB)));
    return new TrialPlan(seed, input, gib, sizes.nextBoolean() && !isQuiet, numbered(parts));
  }

  private static List<TrialPlan.Numbered> numbered(List<Part> parts) {
    var numbered = new ArrayList<TrialPlan.Numbered>();
    for (var part : parts) {
      numbered.add(new TrialPlan.Numbered(numbered.size() + 1, part));
    }
    return List.copyOf(numbered);
  }

  private static Timed timed(When when, Act act) {
    return new Timed(when, act);
  }

  private static ObjectNode none() {
    return Json.MAPPER.createObjectNode();
  }
}
