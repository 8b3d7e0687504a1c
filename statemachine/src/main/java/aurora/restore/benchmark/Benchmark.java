package aurora.restore.benchmark;

import aurora.restore.edge.Json;
import aurora.restore.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * Restores the example's cluster over and over, each time in a new world under another seed, and
 * prints what {@code docs/benchmarks.md} says.
 */
public final class Benchmark {
  private static final Duration WARM_UP = Duration.ofSeconds(20);
  private static final int BATCHES = 7;
  private static final int RESTORES_PER_BATCH = 20;

  private final JsonNode input;
  private long seed;

  private Benchmark(JsonNode input) {
    this.input = input;
  }

  /**
   * @param arguments the input's file, then the jar whose size is told
   */
  public static void main(String[] arguments) throws IOException {
    var benchmark = new Benchmark(Json.MAPPER.readTree(Path.of(arguments[0]).toFile()));
    benchmark.run(System.out, Path.of(arguments[1]));
  }

  private void run(PrintStream out, Path jar) throws IOException {
    var events = restore();
    var first = ManagementFactory.getRuntimeMXBean().getUptime();
    var warm = System.nanoTime() + WARM_UP.toNanos();
    while (System.nanoTime() < warm) {
      restore();
    }
    var perSecond = new double[BATCHES];
    var processorMillis = new double[BATCHES];
    for (int batch = 0; batch < BATCHES; batch++) {
      var processor = processorNanos();
      perSecond[batch] = batch();
      processorMillis[batch] = (processorNanos() - processor) / 1e6 / RESTORES_PER_BATCH;
    }
    Arrays.sort(perSecond);
    Arrays.sort(processorMillis);
    out.printf(
        Locale.ROOT,
        """
        first restore of a fresh JVM, its start included   %.1f s
        history events of a restore (seed 1)               %d
        restores per second, one thread, warm: median      %.1f
          of %d batches of %d: slowest, fastest              %.1f, %.1f
        processor time of a restore, warm: median          %.0f ms
        functions.jar                                      %.1f MB
        """,
        first / 1e3,
        events,
        perSecond[BATCHES / 2],
        BATCHES,
        RESTORES_PER_BATCH,
        perSecond[0],
        perSecond[BATCHES - 1],
        processorMillis[BATCHES / 2],
        Files.size(jar) / 1e6);
  }

  private double batch() {
    var began = System.nanoTime();
    for (int restores = 0; restores < RESTORES_PER_BATCH; restores++) {
      restore();
    }
    return RESTORES_PER_BATCH
        / ((System.nanoTime() - began) / (double) TimeUnit.SECONDS.toNanos(1));
  }

  /** Of all threads, so that what else the machine does counts for little. */
  private static long processorNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  /** Returns how many events its history has. A restore that fails is no measurement. */
  private int restore() {
    seed++;
    try (var world = World.of(input, seed)) {
      var execution = world.restore("benchmark-" + seed, input).execution();
      if (execution.status() != ExecutionStatus.SUCCEEDED) {
        throw new IllegalStateException(
            "seed " + seed + " ended " + execution.status() + ": " + execution.cause());
      }
      return execution.history().size();
    }
  }
}
