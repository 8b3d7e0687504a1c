package aurora.restore.simulation.rds;

import java.time.Duration;
import java.time.Instant;

/** When a copy's data moves and how it ends. */
record CopyCourse(Timeline timeline, Snapshot.Transfer transfer) {

  /** A copy that a course drawn or told begins at {@code now} and moves data from {@code start}. */
  static CopyCourse of(Course course, Instant now, Instant start) {
    var copying = Timeline.from(now, Snapshot.COPYING);
    return switch (course) {
      case Course.Takes(Duration length) ->
          new CopyCourse(
              copying.at(start.plus(length), Snapshot.AVAILABLE),
              new Snapshot.Transfer(start, length, 100));
      case Course.Stalls(int percent) ->
          new CopyCourse(copying, new Snapshot.Transfer(start, null, percent));
      case Course.EndsIn(String status, Duration after) ->
          new CopyCourse(
              copying.at(start.plus(after), status), new Snapshot.Transfer(start, after, 90));
    };
  }
}
