package aurora.restore.notify;

import aurora.restore.edge.Edge;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/** The topic of a deployment: where its operators read what happens. */
public record Topic(Edge edge) {

  /**
   * Publishes a mail.
   *
   * @return the id that SNS gave it
   */
  public String publish(Mail mail) {
    return edge.aws()
        .sns()
        .publish(
            message ->
                message
                    .topicArn(edge.settings().topicArn())
                    .subject(mail.subject())
                    .message(mail.body())
                    .messageAttributes(attributes(mail)))
        .messageId();
  }

  /** What subscriptions filter by. */
  private static Map<String, MessageAttributeValue> attributes(Mail mail) {
    var attributes = new LinkedHashMap<String, MessageAttributeValue>();
    attributes.put("event", text(mail.event()));
    attributes.put("severity", text(mail.severity().name()));
    attributes.put("step", text(mail.step()));
    if (mail.operationId() != null) {
      attributes.put("operation_id", text(mail.operationId()));
    }
    return attributes;
  }

  private static MessageAttributeValue text(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }
}
