package aurora.restore.trial.invariant;

import aurora.restore.engine.Execution;
import aurora.restore.evidence.Breach;
import aurora.restore.evidence.Chain;
import aurora.restore.evidence.EvidenceRow;
import aurora.restore.machine.Machine;
import com.fasterxml.jackson.databind.JsonNode;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * What the newest evidence of an operation tells is what was digested and signed, and the trail is
 * as it tells; and a restore that succeeded has evidence, unless its output says that it has none.
 *
 * <p>A failure may be reported late, and then stands in the trail before evidence that was written
 * without it. What a purge has taken is gone.
 */
final class EvidenceHolds implements Invariant {
  private static final String LATE = "#FAILED#";

  @Override
  public void atLast(Observed evidence) {
    for (var operation : evidence.operations()) {
      var trail = evidence.trail(operation);
      shown(trail)
          .reduce((older, newer) -> newer)
          .ifPresent(newest -> check(evidence, newest, trail));
    }
    evidence.executions(Machine.RESTORE).stream()
        .filter(it -> it.status() == ExecutionStatus.SUCCEEDED)
        .filter(it -> !isWithout(evidence, it))
        .forEach(it -> evidence.violated(this, it.arn() + " succeeded without evidence"));
  }

  private static Stream<EvidenceRow> shown(List<JsonNode> trail) {
    return trail.stream()
        .filter(row -> row.get("event").asText().equals(EvidenceRow.EVENT))
        .map(EvidenceRow::of);
  }

  private void check(Observed evidence, EvidenceRow row, List<JsonNode> trail) {
    var name = row.entry() + " of " + row.operationId();
    if (!row.isIntact()) {
      evidence.violated(this, name + " has another digest than its document");
      return;
    }
    if (row.signature() == null || !isSigned(evidence, row)) {
      evidence.violated(this, name + " isn't signed by the deployment's key");
    }
    Chain.breaches(row.operationId(), row.evidence().trail(), trail, row.entry()).stream()
        .filter(it -> it.kind() != Breach.Kind.INSERTED || !it.entry().contains(LATE))
        .forEach(it -> evidence.violated(this, name + ": " + it.words()));
  }

  private static boolean isSigned(Observed evidence, EvidenceRow row) {
    try {
      var signature = Signature.getInstance("NONEwithECDSA");
      signature.initVerify(evidence.world().kms().publicKey(row.signature().keyArn()));
      signature.update(HexFormat.of().parseHex(row.digest()));
      return signature.verify(Base64.getDecoder().decode(row.signature().value()));
    } catch (GeneralSecurityException e) {
      return false; // what isn't even a signature is none of this key
    }
  }

  /** A dry run, one that says so, and one whose trail was purged. */
  private static boolean isWithout(Observed evidence, Execution execution) {
    var operation = Observed.operation(execution);
    return execution.output().has("dry_run")
        || execution.output().path("warnings").toString().contains("no evidence was written")
        || evidence.row(operation).filter(row -> !row.has("purged_at")).isEmpty()
        || shown(evidence.trail(operation)).anyMatch(it -> it.recordedBy().equals(execution.arn()));
  }
}
