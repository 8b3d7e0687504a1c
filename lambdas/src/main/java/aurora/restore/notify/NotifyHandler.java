package aurora.restore.notify;

import aurora.restore.edge.Edge;
import aurora.restore.edge.JsonHandler;
import java.util.Map;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/**
 * Publishes a milestone or a failure. The state machine sees to it that a failure here stops no
 * restore.
 */
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
    var mail = input.mail();
    var answer =
        edge.aws()
            .sns()
            .publish(
                message ->
                    message
                        .topicArn(edge.settings().topicArn())
                        .subject(mail.subject())
                        .message(mail.body())
                        .messageAttributes(attributes(mail)));
    return new Notified(answer.messageId());
  }

  /** What subscriptions filter by. */
  private static Map<String, MessageAttributeValue> attributes(Mail mail) {
    return Map.of(
        "operation_id", text(mail.operationId()),
        "event", text(mail.event().name()),
        "severity", text(mail.severity().name()),
        "step", text(mail.step()));
  }

  private static MessageAttributeValue text(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }
}
