package aurora.restore.serve;

import aurora.restore.world.World;
import java.time.Duration;

/** The rule that calls the reaper. */
final class Hourly {
  private static final Duration HOUR = Duration.ofHours(1);

  private Hourly() {}

  static void reap(World world) {
    world.after(
        HOUR,
        () -> {
          reap(world); // the next hour's comes, whatever becomes of this one
          world.reap();
        });
  }
}
