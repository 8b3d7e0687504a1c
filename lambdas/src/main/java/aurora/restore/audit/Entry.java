package aurora.restore.audit;

import aurora.restore.operation.Milestone;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is written into both tables at once: a row of the trail, and where the operation stands. */
sealed interface Entry permits ReachedEntry, FailureEntry {
  String operationId();

  Milestone event();

  /** When it happened: the same however often it is written. */
  Instant at();

  /** What tells it apart in the trail from others of the same operation and instant. */
  default String key() {
    return event().name();
  }

  /** The execution that writes: a row that it finds of its own making is its own retry's. */
  String writer();

  /** When the operation's execution began: rows are kept so long from then. */
  Instant startedAt();

  /** What the trail tells beside time and event. */
  Map<String, AttributeValue> details();

  /** Where the operation stands from then on. */
  Assignments standing();

  /**
   * Whether the operation has nothing left that its row must tell of: only then may the row be
   * forgotten. A row that went before its cluster would make that an orphan.
   */
  boolean isOver();

  /** What must hold of the operation's row for it to be changed. */
  String condition();
}
