package aurora.restore.notify;

import aurora.restore.edge.Edge;
import aurora.restore.edge.JsonHandler;

/**
 * Publishes a milestone or a failure. The state machine sees to it that a failure here stops no
 * restore.
 */
public final class NotifyHandler extends JsonHandler<NotifyInput, Notified> {
  private final Topic topic;

  public NotifyHandler() {
    this(Edge.ofContainer());
  }

  public NotifyHandler(Edge edge) {
    super(edge, NotifyInput.class);
    this.topic = new Topic(edge);
  }

  @Override
  protected Notified handle(NotifyInput input) {
    return new Notified(topic.publish(input.mail()));
  }
}
