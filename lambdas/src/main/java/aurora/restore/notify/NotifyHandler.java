package aurora.restore.notify;

import aurora.restore.audit.Claims;
import aurora.restore.edge.Edge;
import aurora.restore.edge.JsonHandler;
import aurora.restore.edge.Primed;
import aurora.restore.operation.Milestone;

/**
 * Publishes a milestone or a failure. The state machine sees to it that a failure here stops no
 * restore.
 */
public final class NotifyHandler extends JsonHandler<NotifyInput, Notified> {
  private final Topic topic;
  private final Claims claims;
  private final String runbook;

  public NotifyHandler() {
    this(Edge.ofContainer(Primed.DYNAMO_DB, Primed.SNS));
  }

  public NotifyHandler(Edge edge) {
    super(edge, NotifyInput.class);
    this.topic = new Topic(edge);
    this.claims = Claims.of(edge);
    this.runbook = edge.settings().runbook();
  }

  /**
   * Nothing is told to be complete that has been cleaned up: an execution may be redriven long
   * after it was recorded.
   */
  @Override
  protected Notified handle(NotifyInput input) {
    if (input instanceof NotifyInput.OfRestore restore && restore.event() == Milestone.COMPLETED) {
      claims.requireClaim(restore.operationId(), restore.execution());
    }
    return new Notified(topic.publish(input.mail(runbook)));
  }
}
