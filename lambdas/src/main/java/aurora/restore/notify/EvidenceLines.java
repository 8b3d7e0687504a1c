package aurora.restore.notify;

import aurora.restore.operation.EvidenceOutcome;
import java.util.ArrayList;
import java.util.List;

/**
 * What mails say of the evidence. With them its digest is where nobody can change it who can change
 * the tables.
 */
final class EvidenceLines {
  private EvidenceLines() {}

  /**
   * @param outcome null where none was to be written yet, and in an execution of an older
   *     definition
   */
  static List<String> of(EvidenceOutcome outcome, String operationId) {
    var lines = new ArrayList<String>();
    if (outcome != null && outcome.written() != null) {
      var written = outcome.written();
      lines.add("Evidence:  " + written.digest() + (written.signed() ? ", signed" : ", unsigned"));
      if (written.storedAt() != null) {
        lines.add("Copy:      " + written.storedAt());
      }
      written.warnings().forEach(warning -> lines.add("Warning:   " + warning));
      lines.add("Read it:   aurora-restore evidence " + operationId);
    } else if (outcome != null && outcome.error() != null) {
      lines.add("Warning:   no evidence was written: " + outcome.error().words());
    }
    return lines;
  }
}
