package aurora.restore.infra.artifact;

import aurora.restore.engine.TaskRunner.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * One cold start of one function, and some warm invocations after it.
 *
 * @param initMillis from the process's start until it asks for an event
 * @param firstMillis the first event's handling
 * @param initProcessorMillis of all threads, until it asked for an event
 * @param processorMillis of all threads, until the first event was handled
 * @param warmMillis the same event's handling again, the median
 * @param residentMegabytes the most memory that it held
 * @param outcome of the first event
 */
record Start(
    double initMillis,
    double firstMillis,
    double initProcessorMillis,
    double processorMillis,
    double warmMillis,
    double residentMegabytes,
    Outcome outcome) {
  private static final int WARM = 9;

  /**
   * Measures a process that has just been started.
   *
   * @param startedNanos when it was
   * @param share of a core, that it is held to once it asks for an event: Lambda gives an init
   *     whole cores, and then, of each span of time, as much as the memory is worth
   */
  static Start of(
      FunctionProcess process, long startedNanos, JsonNode event, Optional<CoreShare> share) {
    process.awaitReady();
    var ready = System.nanoTime();
    share.ifPresent(it -> it.hold(process.handle()));
    var initProcessor = processorMillis(process);
    var outcome = process.invoke(event);
    var handled = System.nanoTime();
    var processor = processorMillis(process);
    return new Start(
        (ready - startedNanos) / 1e6,
        (handled - ready) / 1e6,
        initProcessor,
        processor,
        warm(process, event),
        residentMegabytes(process.handle()),
        outcome);
  }

  private static double processorMillis(FunctionProcess process) {
    return process.handle().info().totalCpuDuration().orElseThrow().toMillis(); // Linux tells it
  }

  private static double warm(FunctionProcess process, JsonNode event) {
    var millis = new double[WARM];
    for (int i = 0; i < WARM; i++) {
      var began = System.nanoTime();
      process.invoke(event);
      millis[i] = (System.nanoTime() - began) / 1e6;
    }
    Arrays.sort(millis);
    return millis[WARM / 2];
  }

  /** As Linux counts it (proc(5), {@code VmHWM}). */
  private static double residentMegabytes(ProcessHandle process) {
    try (var lines = Files.lines(Path.of("/proc", "" + process.pid(), "status"))) {
      var kibibytes = lines.filter(line -> line.startsWith("VmHWM:")).findFirst().orElseThrow();
      return Integer.parseInt(kibibytes.replaceAll("\\D", "")) * 1024 / 1e6;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  double sumMillis() {
    return initMillis + firstMillis;
  }

  /** What the sum would be where an event is handled by a share of a core, by computation. */
  double sumMillisAt(double share) {
    return initMillis + Math.max(firstMillis, (processorMillis - initProcessorMillis) / share);
  }
}
