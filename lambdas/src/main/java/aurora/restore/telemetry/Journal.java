package aurora.restore.telemetry;

import aurora.restore.error.OperatorError;
import aurora.restore.error.TransientFailure;
import aurora.restore.json.JsonText;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * The lines of one invocation: JSON objects of a few named members, never the input or the answer
 * themselves. The last one tells how it ended; those before it are measurements.
 */
public final class Journal {
  private enum Level {
    INFO,
    /** It failed and will be called again by itself. */
    WARN,
    ERROR
  }

  private final Source source;
  private final InstantSource clock;
  private final Consumer<String> lines;
  private final Instant began;
  private Trace trace = Trace.NONE;

  /**
   * Begins an invocation.
   *
   * @param lines where they go, each as it is and nothing around it
   */
  public Journal(Source source, InstantSource clock, Consumer<String> lines) {
    this.source = source;
    this.clock = clock;
    this.lines = lines;
    this.began = clock.instant();
  }

  /** From now on it is known what the invocation is about. */
  public void about(Trace trace) {
    this.trace = trace;
  }

  /** The invocation has done what it was called for. */
  public void done(Loggable answer) {
    var now = clock.instant();
    write(ended(line(Level.INFO, answer.summary(), now), now));
  }

  /** The invocation has failed: what Step Functions shows as the error and in its cause. */
  public void failed(Throwable failure) {
    var now = clock.instant();
    var level = failure instanceof TransientFailure ? Level.WARN : Level.ERROR;
    var line = ended(line(level, "failed: " + name(failure), now), now);
    line.put("error", name(failure));
    line.put("cause", Withheld.from(String.valueOf(failure.getMessage())));
    write(line);
  }

  /** Figures for CloudWatch's metrics. */
  public void measured(Measurement measurement) {
    var now = clock.instant();
    var line = line(Level.INFO, "measured", now);
    EmbeddedMetrics.into(line, measurement, now);
    write(line);
  }

  private ObjectNode line(Level level, String message, Instant now) {
    var line = JsonNodeFactory.instance.objectNode();
    line.put("timestamp", now.toString());
    line.put("level", level.name());
    line.put("message", Withheld.from(message));
    line.put(Metric.DEPLOYMENT, source.deployment());
    line.put("function", source.function());
    line.put("request_id", source.requestId());
    putKnown(line, "operation_id", trace.operationId());
    putKnown(line, "execution", trace.execution());
    putKnown(line, "redrive_count", trace.redriveCount());
    putKnown(line, "step", trace.step());
    putKnown(line, "retry_count", trace.retryCount());
    putKnown(line, "resource", trace.resource());
    return line;
  }

  private ObjectNode ended(ObjectNode line, Instant now) {
    return line.put("milliseconds", Duration.between(began, now).toMillis());
  }

  private static void putKnown(ObjectNode line, String name, String value) {
    if (value != null) {
      line.put(name, value);
    }
  }

  private static void putKnown(ObjectNode line, String name, Integer value) {
    if (value != null) {
      line.put(name, value);
    }
  }

  /** Ours go by the names of the runbook's headings, all others by that of their class. */
  private static String name(Throwable failure) {
    return failure instanceof OperatorError
        ? failure.getClass().getSimpleName()
        : failure.getClass().getName();
  }

  private void write(ObjectNode line) {
    lines.accept(JsonText.of(line));
  }
}
