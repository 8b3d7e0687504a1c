package aurora.restore.rehearsal;

import aurora.restore.edge.Json;
import aurora.restore.engine.HistoryJson;
import aurora.restore.fault.LooseFault;
import aurora.restore.simulation.rds.Resource;
import aurora.restore.simulation.sns.PublishedMessage;
import aurora.restore.world.Run;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * What became of a rehearsal.
 *
 * @param state the operation's row; null where it was never claimed
 * @param seconds how long each phase took
 * @param redrives how often the execution was redriven
 */
record Outcome(
    JsonNode input,
    ExecutionStatus status,
    JsonNode output,
    String error,
    String cause,
    String message,
    String failedState,
    List<JsonNode> history,
    List<JsonNode> audit,
    JsonNode state,
    List<PublishedMessage> notifications,
    List<Resource> resources,
    Map<String, Long> seconds,
    int redrives,
    List<LetLoose> faults,
    CleanUpOutcome cleanUp) {

  /**
   * A fault, and what became of it.
   *
   * @param strikes how often it made something go wrong; 0: it never came to pass
   */
  record LetLoose(String fault, String sentence, int strikes, boolean mended) {
    static LetLoose of(LooseFault loose) {
      var order = loose.order();
      return new LetLoose(
          order.toString(), order.fault().sentence(), loose.strikes(), loose.isMended());
    }
  }

  /**
   * @param cleanUp what became of the clean-up; null where there was none
   */
  static Outcome of(Run run, List<LooseFault> faults, CleanUpOutcome cleanUp) {
    var execution = run.execution();
    return new Outcome(
        execution.input(),
        execution.status(),
        execution.output(),
        execution.error(),
        execution.cause(),
        run.errorMessage(),
        execution.failedState(),
        execution.history().stream().map(HistoryJson::of).toList(),
        run.audit(),
        run.state().orElse(null),
        List.copyOf(run.world().mail()),
        run.world().resources(),
        Phases.of(run),
        execution.redriveCount(),
        faults.stream().map(LetLoose::of).toList(),
        cleanUp);
  }

  /** Whether the restore did what it was to do, and so did the clean-up that was to follow. */
  boolean isAllWell(Sequel sequel) {
    return isSucceeded() && (sequel == Sequel.NONE || isCleanedUp());
  }

  private boolean isCleanedUp() {
    return cleanUp != null && cleanUp.isSucceeded();
  }

  /** Whether it only planned: its output is the plan then. */
  boolean isDryRun() {
    return isSucceeded() && !output.has("cluster_id");
  }

  boolean isSucceeded() {
    return status == ExecutionStatus.SUCCEEDED;
  }

  /** The document of {@code --json}. */
  String json() {
    var document = Json.MAPPER.createObjectNode();
    document.set("input", input);
    document.put("status", status.toString());
    document.set("output", output);
    document.put("error", error);
    document.put("cause", cause);
    document.put("failedState", failedState);
    document.set("history", Json.MAPPER.valueToTree(history));
    document.set("audit", Json.MAPPER.valueToTree(audit));
    document.set("state", state);
    document.set("notifications", Json.MAPPER.valueToTree(notifications));
    document.set("resources", Json.MAPPER.valueToTree(resources));
    document.set("seconds", Json.MAPPER.valueToTree(seconds));
    document.put("redrives", redrives);
    document.set("faults", Json.MAPPER.valueToTree(faults));
    document.set("cleanUp", Json.MAPPER.valueToTree(cleanUp));
    return written(document);
  }

  /** The same where no execution could be started. */
  static String refused(String why) {
    var document = Json.MAPPER.createObjectNode();
    document.putNull("input");
    document.put("status", "REFUSED");
    document.putNull("output");
    document.put("error", "Refused");
    document.put("cause", why);
    document.putNull("failedState");
    document.putArray("history");
    document.putArray("audit");
    document.putNull("state");
    document.putArray("notifications");
    document.putArray("resources");
    document.putObject("seconds");
    document.put("redrives", 0);
    document.putArray("faults");
    document.putNull("cleanUp");
    return written(document);
  }

  private static String written(ObjectNode document) {
    try {
      return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
