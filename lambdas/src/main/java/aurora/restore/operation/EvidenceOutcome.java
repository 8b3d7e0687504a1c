package aurora.restore.operation;

/**
 * What came of writing evidence: one of the two.
 *
 * @param written null where none could be written
 * @param error why none could; else null
 */
public record EvidenceOutcome(EvidenceWritten written, CaughtError error) {}
