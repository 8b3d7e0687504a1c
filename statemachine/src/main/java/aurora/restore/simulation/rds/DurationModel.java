package aurora.restore.simulation.rds;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * How long things take and how they end. AWS publishes no distribution: lognormal around medians
 * that fit the reports of users, with tails where reports have them. A world can say how the next
 * one goes.
 */
public final class DurationModel {
  /** What can be told how to go. */
  private enum Work {
    COPY,
    RESTORE,
    INSTANCE,
    SNAPSHOT
  }

  private static final Duration LONGEST_CALM_COPY = Duration.ofHours(20);

  private final boolean tails;
  private final Map<Work, Deque<Course>> next = new EnumMap<>(Work.class);
  private final Map<Work, Course> every = new EnumMap<>(Work.class);

  private DurationModel(boolean tails) {
    this.tails = tails;
    for (var work : Work.values()) {
      next.put(work, new ArrayDeque<>());
    }
  }

  /** Durations vary, and everything succeeds, and in less time than a restore waits by default. */
  public static DurationModel steady() {
    return new DurationModel(false);
  }

  /** As in life: some stall, some fail, some take far longer. */
  public static DurationModel withTails() {
    return new DurationModel(true);
  }

  /** The next copies go so, one after the other. */
  public DurationModel nextCopy(Course... courses) {
    next.get(Work.COPY).addAll(List.of(courses));
    return this;
  }

  public DurationModel everyCopy(Course course) {
    every.put(Work.COPY, course);
    return this;
  }

  /** The next restored clusters go so, one after the other. */
  public DurationModel nextCluster(Course... courses) {
    next.get(Work.RESTORE).addAll(List.of(courses));
    return this;
  }

  public DurationModel everyCluster(Course course) {
    every.put(Work.RESTORE, course);
    return this;
  }

  /** The next instances go so, one after the other. */
  public DurationModel nextInstance(Course... courses) {
    next.get(Work.INSTANCE).addAll(List.of(courses));
    return this;
  }

  public DurationModel everyInstance(Course course) {
    every.put(Work.INSTANCE, course);
    return this;
  }

  /** The next snapshots that are taken of clusters go so, one after the other. */
  public DurationModel nextSnapshot(Course... courses) {
    next.get(Work.SNAPSHOT).addAll(List.of(courses));
    return this;
  }

  /** The backup that a new cluster takes by itself; two minutes where nothing goes wrong. */
  Duration firstBackup(RandomGenerator random) {
    return tails ? createSnapshot(random) : minutes(2);
  }

  /**
   * How a copy goes.
   *
   * @param queue how long it waits before data moves
   */
  record DrawnCopy(Duration queue, Course course) {}

  /** One that is told how to go doesn't wait in addition. */
  DrawnCopy copy(int sizeGib, RandomGenerator random) {
    var queue = random.nextDouble() < 0.8 ? Duration.ZERO : minutes(random.nextDouble(5, 60));
    var drawn = logNormal(5 + sizeGib / 7.0, 0.5, random);
    var lot = random.nextDouble();
    var calm = drawn.compareTo(LONGEST_CALM_COPY) < 0 ? drawn : LONGEST_CALM_COPY;
    Course usual = Course.takes(tails ? lot < 0.015 ? drawn.multipliedBy(5) : drawn : calm);
    var course = told(Work.COPY, tails && lot < 0.005 ? Course.endsIn("failed", drawn) : usual);
    return new DrawnCopy(course == usual ? queue : Duration.ZERO, course);
  }

  Course restore(int sizeGib, boolean upgrades, RandomGenerator random) {
    var drawn = logNormal(3 + 2.5 * Math.log1p(sizeGib / 10.0), 0.35, random);
    var upgrade = minutes(random.nextDouble(10, 30));
    var slow = random.nextDouble() < 0.02 && tails;
    var restored = slow ? drawn.multipliedBy(4) : drawn;
    return told(Work.RESTORE, Course.takes(upgrades ? restored.plus(upgrade) : restored));
  }

  Course instance(boolean writer, RandomGenerator random) {
    var drawn = logNormal(writer ? 7 : 8, 0.3, random);
    var lot = random.nextDouble();
    var slow = minutes(random.nextDouble(20, 40));
    Course usual = Course.takes(tails && lot < 0.033 ? slow : drawn);
    return told(Work.INSTANCE, tails && lot < 0.003 ? Course.stalls(0) : usual);
  }

  Duration modifyCredentials(RandomGenerator random) {
    return logNormal(1.5, 0.4, random);
  }

  Duration enableDataApi(RandomGenerator random) {
    return logNormal(1, 0.5, random);
  }

  Duration deleteInstance(RandomGenerator random) {
    return logNormal(5, 0.4, random);
  }

  Duration deleteCluster(RandomGenerator random) {
    return logNormal(2, 0.4, random);
  }

  /** Deleting a snapshot and taking one have no reports: short, so that both are seen happening. */
  Duration deleteSnapshot(RandomGenerator random) {
    return logNormal(0.25, 0.4, random);
  }

  Duration createSnapshot(RandomGenerator random) {
    return logNormal(5, 0.4, random);
  }

  Course snapshot(RandomGenerator random) {
    return told(Work.SNAPSHOT, Course.takes(createSnapshot(random)));
  }

  private Course told(Work work, Course drawn) {
    var first = next.get(work).poll();
    return first != null ? first : every.getOrDefault(work, drawn);
  }

  private static Duration logNormal(double medianMinutes, double sigma, RandomGenerator random) {
    return minutes(medianMinutes * Math.exp(sigma * random.nextGaussian()));
  }

  private static Duration minutes(double minutes) {
    return Duration.ofSeconds(Math.round(minutes * 60));
  }
}
