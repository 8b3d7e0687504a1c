package aurora.restore.trial;

import aurora.restore.cleanup.ReaperReport;
import aurora.restore.error.OperatorError;
import aurora.restore.simulation.rds.DurationModel;
import aurora.restore.trial.act.Scene;
import aurora.restore.trial.invariant.Invariant;
import aurora.restore.trial.invariant.Observed;
import aurora.restore.trial.invariant.Violation;
import aurora.restore.trial.invariant.Witness;
import aurora.restore.world.World;
import aurora.restore.world.WorldDescription;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * One plan, run to its end: some hours in which anything may happen, then everything is mended,
 * then a month in which the reaper comes. It stops at the first promise that is broken.
 */
public final class Trial {
  static final Duration UNTIL_MENDED = Duration.ofHours(30);
  private static final Duration A_MONTH = Duration.ofDays(30);
  private static final Duration AN_HOUR = Duration.ofHours(1);

  /** Between two calls of a reaper that finds nothing to do, before and after the mending. */
  private static final Duration LONGEST_AT_FIRST = Duration.ofHours(8);

  private static final Duration LONGEST_AT_LAST = Duration.ofDays(7);

  /** How many times as long the next pause is, of one after which there was nothing to do. */
  private static final int FEWER = 4;

  /** At the very end, in which the reaper starts nothing that couldn't end. */
  private static final Duration CALM = Duration.ofDays(2);

  /** Lambda tries an asynchronous call twice more, after one minute and after two. */
  private static final int TRIES = 3;

  private final TrialPlan plan;
  private final World world;
  private final Scene scene;
  private final Observed evidence;
  private final Witness witness;
  private final Instant mended;
  private final Instant end;
  private Duration pause = AN_HOUR;

  private Trial(TrialPlan plan, World world) {
    this.plan = plan;
    this.world = world;
    this.scene = new Scene(world, plan.asked(), !plan.tails(), new SplittableRandom(plan.seed()));
    plan.residents().forEach(resident -> resident.settle(scene));
    this.evidence = new Observed(scene);
    this.witness = new Witness(evidence, Invariant.all());
    this.mended = world.now().plus(UNTIL_MENDED);
    this.end = mended.plus(A_MONTH);
  }

  /** Runs a plan in a world of its own. */
  public static Verdict of(TrialPlan plan) {
    return of(plan, world -> {});
  }

  /**
   * @param changed what is different in this world: a defect, say, that the promises should notice
   */
  public static Verdict of(TrialPlan plan, Consumer<World> changed) {
    var durations = plan.tails() ? DurationModel.withTails() : DurationModel.steady();
    var input = plan.asked();
    try (var world = new World(described(plan), World.home(input), plan.seed(), durations)) {
      changed.accept(world);
      return new Trial(plan, world).run();
    }
  }

  private static WorldDescription described(TrialPlan plan) {
    return World.describedBy(plan.asked()).sized(plan.sizeGib());
  }

  private Verdict run() {
    world.callFaults().add(witness);
    world.listen(witness);
    world.runFunctions(usual -> scene.lingering().around(evidence.around(usual)));
    new Moments(scene, plan.timed()).await();
    world.after(
        UNTIL_MENDED,
        () -> {
          scene.mend();
          pause = AN_HOUR;
        });
    world.after(AN_HOUR, () -> reap(1));
    world.after(
        UNTIL_MENDED.plus(A_MONTH), () -> {}); // time goes on where nothing happens any more
    var broken = new ArrayList<Violation>();
    try {
      while (evidence.violations().isEmpty() && world.now().isBefore(end)) {
        world.runNext();
        witness.judge();
      }
      if (evidence.violations().isEmpty()) {
        witness.judgeAtLast();
      }
      broken.addAll(evidence.violations());
    } catch (RuntimeException e) {
      broken.add(new Violation("NothingBreaks", world.now(), e + " at " + e.getStackTrace()[0]));
    } finally {
      scene.lingering().end();
    }
    return new Verdict(plan, List.copyOf(broken), scene.happened(), new Digest(world).text());
  }

  /** By the hour where something goes on; of calls that find nothing to do, ever fewer are made. */
  private void reap(int attempt) {
    if (world.now().isAfter(end.minus(CALM))) {
      return;
    }
    var isIdle = false;
    try {
      isIdle = isIdle(world.reap()) && !world.isAnythingGoingOn();
    } catch (OperatorError e) {
      if (attempt < TRIES) {
        world.after(Duration.ofMinutes(attempt), () -> reap(attempt + 1));
      }
    }
    if (attempt == 1) {
      var longest = world.now().isBefore(mended) ? LONGEST_AT_FIRST : LONGEST_AT_LAST;
      var longer = pause.multipliedBy(FEWER);
      pause = isIdle ? longer.compareTo(longest) < 0 ? longer : longest : AN_HOUR;
      world.after(pause, () -> reap(1));
    }
  }

  private static boolean isIdle(ReaperReport report) {
    return report.cleanUps().isEmpty()
        && report.reports().isEmpty()
        && report.retried().isEmpty()
        && report.running().isEmpty();
  }
}
