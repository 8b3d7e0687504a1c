package aurora.restore.notify;

import aurora.restore.edge.Edge;
import aurora.restore.edge.JsonHandler;
import java.util.Map;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/** Publishes a milestone. The state machine sees to it that a failure here stops no restore. */
public final class NotifyHandler extends JsonHandler<NotifyInput, Notified> {
  private final Edge edge;

  public NotifyHandler() {
    this(Edge.ofContainer());
  }

  public NotifyHandler(Edge edge) {
    super(NotifyInput.class);
    this.edge = edge;
  }

  @Override
  protected Notified handle(NotifyInput input) {
    var mail = Mail.of(input);
    var answer =
        edge.aws()
            .sns()
            .publish(
                message ->
                    message
                        .topicArn(edge.settings().topicArn())
                        .subject(mail.subject())
                        .message(mail.body())
                        .messageAttributes(attributes(input)));
    return new Notified(answer.messageId());
  }

  /** What subscriptions filter by. */
  private static Map<String, MessageAttributeValue> attributes(NotifyInput input) {
    return Map.of(
        "operation_id", text(input.plan().operationId()),
        "event", text(input.event().name()),
        "severity", text("INFO"),
        "step", text(input.state().name()));
  }

  private static MessageAttributeValue text(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }
}
