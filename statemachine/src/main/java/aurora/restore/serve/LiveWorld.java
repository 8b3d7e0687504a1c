package aurora.restore.serve;

import aurora.restore.world.World;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A world whose clock runs. One thread lets things happen when they are due, and in between does
 * what others ask of the world, each as an event of its own. Where more is due than there is time
 * for, the clock falls behind rather than those who ask.
 */
final class LiveWorld implements Runnable, AutoCloseable {
  /** A limit on how long it looks at nothing. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private record Wish<T>(Supplier<T> deed, CompletableFuture<T> outcome) {
    void fulfil() {
      try {
        outcome.complete(deed.get());
      } catch (RuntimeException | Error e) {
        outcome.completeExceptionally(e); // it is for whoever asked
      }
    }
  }

  private final World world;
  private final Tempo tempo;
  private final Consumer<Throwable> broken;
  private final BlockingQueue<Wish<?>> wishes = new LinkedBlockingQueue<>();
  private volatile boolean closed;

  /**
   * @param broken hears what went wrong with the simulation itself, which goes on
   */
  LiveWorld(World world, Tempo tempo, Consumer<Throwable> broken) {
    this.world = world;
    this.tempo = tempo;
    this.broken = broken;
  }

  /** Has something done in the world as soon as its thread gets to it. */
  <T> CompletableFuture<T> ask(Supplier<T> deed) {
    var wish = new Wish<T>(deed, new CompletableFuture<>());
    wishes.add(wish);
    if (closed) {
      giveUp(); // it may have come too late for the thread to see it
    }
    return wish.outcome();
  }

  @Override
  public void run() {
    while (!closed) {
      if (isBehind()) {
        happen();
      }
      next().ifPresent(this::grant);
    }
    giveUp();
  }

  private Optional<Wish<?>> next() {
    try {
      return Optional.ofNullable(wishes.poll(pause().toNanos(), TimeUnit.NANOSECONDS));
    } catch (InterruptedException e) {
      closed = true; // whoever interrupts wants it to end
      return Optional.empty();
    }
  }

  private Duration pause() {
    var due = world.nextDue();
    var left = due == null ? LONGEST_PAUSE : tempo.until(due);
    return left.compareTo(LONGEST_PAUSE) < 0 ? left : LONGEST_PAUSE;
  }

  private boolean isBehind() {
    var due = world.nextDue();
    return due != null && !due.isAfter(tempo.present());
  }

  private void grant(Wish<?> wish) {
    var ahead = Duration.between(world.now(), tempo.present());
    world.after(isBehind() || ahead.isNegative() ? Duration.ZERO : ahead, wish::fulfil);
    while (!wish.outcome().isDone()) {
      happen();
    }
  }

  private void happen() {
    try {
      world.runNext();
    } catch (RuntimeException | Error e) {
      broken.accept(e);
    }
  }

  private void giveUp() {
    for (var wish = wishes.poll(); wish != null; wish = wishes.poll()) {
      wish.outcome().cancel(false);
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
