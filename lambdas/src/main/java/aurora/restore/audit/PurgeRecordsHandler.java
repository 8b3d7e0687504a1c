package aurora.restore.audit;

import aurora.restore.edge.Edge;
import aurora.restore.edge.JsonHandler;
import aurora.restore.edge.Primed;

/**
 * Deletes what the tables tell of an operation: its trail, and of its row all but whose it is. The
 * row stays until the clean-up ends, since it keeps other executions out meanwhile; the clean-up's
 * own last record is written after this and stays.
 */
public final class PurgeRecordsHandler extends JsonHandler<PurgeInput, Purged> {
  private final Purge purge;

  public PurgeRecordsHandler() {
    this(Edge.ofContainer(Primed.DYNAMO_DB));
  }

  public PurgeRecordsHandler(Edge edge) {
    super(edge, PurgeInput.class);
    this.purge = Purge.of(edge);
  }

  @Override
  protected Purged handle(PurgeInput input) {
    return new Purged(
        purge.run(input.plan().operationId(), input.execution().id(), input.state().enteredAt()));
  }
}
