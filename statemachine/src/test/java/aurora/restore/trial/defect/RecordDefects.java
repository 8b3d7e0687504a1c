package aurora.restore.trial.defect;

import static aurora.restore.machine.HandlerFunction.DESCRIBE_FAILURE;
import static aurora.restore.machine.HandlerFunction.NOTIFY;
import static aurora.restore.machine.HandlerFunction.RECORD_AUDIT;
import static aurora.restore.machine.HandlerFunction.RECORD_EVIDENCE;
import static aurora.restore.machine.HandlerFunction.WAIT_FOR_CLUSTER;

import aurora.restore.edge.Json;
import aurora.restore.engine.TaskRunner.Outcome;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Defects of what is recorded and told. */
final class RecordDefects {
  private RecordDefects() {}

  static List<Defect> all() {
    return List.of(
        new Defect(
            "record-swallowed",
            "What can't be recorded is taken for recorded.",
            Alteration.told(
                outcome ->
                    outcome instanceof Outcome.Failed
                        ? new Outcome.Answered(
                            Json.MAPPER
                                .createObjectNode()
                                .put("event", "FAILED")
                                .put("at", "2026-11-23T03:00:00Z")
                                .put("repeated", false)
                                .put("claimed", false)
                                .put("clean_up", false)
                                .put("kept_because", ""))
                        : outcome,
                RECORD_AUDIT)),
        new Defect(
            "mail-swallowed",
            "The mail of a failure isn't published.",
            Alteration.skipped("Publish", NOTIFY)),
        new Defect(
            "never-recorded",
            "Milestones are said to be recorded, and nothing is written.",
            Alteration.skipped("TransactWriteItems", RECORD_AUDIT)),
        new Defect(
            "time-to-live-at-once",
            "An operation's row gets its time to live with each milestone.",
            Alteration.asked(
                (call, payload) ->
                    call.is("TransactWriteItems")
                        ? call.changed(
                            body ->
                                body.replace(", #ttl", "")
                                    .replace("SET #status", "SET #ttl = :ttl_, #status")
                                    .replace(
                                        "\":status\":{", "\":ttl_\":{\"N\":\"1\"},\":status\":{"))
                        : call.http(),
                RECORD_AUDIT)),
        new Defect(
            "key-of-each-try",
            "The trail's key has the time of the try, so that a retry writes another row.",
            Alteration.handed(
                (world, payload) -> {
                  if (payload.path("state") instanceof ObjectNode state) {
                    state.put("EnteredTime", world.now().toString());
                  }
                  if (payload.path("failure") instanceof ObjectNode failure) {
                    failure.put("failed_at", world.now().toString());
                  }
                  return payload;
                },
                RECORD_AUDIT)),
        new Defect(
            "redrives-not-counted",
            "A failure is recorded as that of the first run, whichever it was.",
            Alteration.handed(
                (world, payload) -> {
                  if (payload.path("failure") instanceof ObjectNode failure) {
                    failure.put("redrive_count", 0);
                  }
                  return payload;
                },
                RECORD_AUDIT)),
        new Defect(
            "expiry-forgotten",
            "The row of a drill doesn't tell when it expires.",
            Alteration.handed(
                (world, payload) -> {
                  if (payload.path("plan") instanceof ObjectNode plan) {
                    plan.remove("expires_at");
                  }
                  return payload;
                },
                RECORD_AUDIT)),
        new Defect(
            "remedy-missing",
            "The mail of a failure doesn't say what to do.",
            Alteration.asked(
                (call, payload) -> call.changed(body -> body.replace("Remedy%3A", "Advice%3A")),
                NOTIFY)),
        new Defect(
            "subject-too-wide",
            "The subject of a mail has a character that isn't ASCII.",
            Alteration.asked(
                (call, payload) ->
                    call.changed(body -> body.replace("&Subject=", "&Subject=%E2%9C%93")),
                NOTIFY)),
        new Defect(
            "evidence-swallowed",
            "Evidence is said to be written, and isn't.",
            Alteration.skipped("PutItem", RECORD_EVIDENCE)),
        new Defect(
            "evidence-changed",
            "Evidence is written otherwise than it was digested and signed.",
            Alteration.asked(
                (call, payload) ->
                    call.is("PutItem")
                        ? call.changed(body -> body.replace("rto_seconds", "rto_secunds"))
                        : call.http(),
                RECORD_EVIDENCE)),
        new Defect(
            "unnamed-error",
            "A wait throws an exception that the runbook doesn't know.",
            Alteration.told(
                outcome ->
                    outcome instanceof Outcome.Failed(var error, var cause)
                            && error.startsWith("aurora.restore.error.")
                            && !error.endsWith(".TransientFailure")
                        ? new Outcome.Failed("java.lang.IllegalStateException", cause)
                        : outcome,
                WAIT_FOR_CLUSTER)),
        new Defect(
            "report-of-nobody",
            "The report of a failure names another execution.",
            Alteration.told(
                outcome -> {
                  if (outcome instanceof Outcome.Answered(ObjectNode answer)) {
                    answer.put("execution_arn", answer.path("execution_arn").asText() + "-x");
                  }
                  return outcome;
                },
                DESCRIBE_FAILURE)));
  }
}
