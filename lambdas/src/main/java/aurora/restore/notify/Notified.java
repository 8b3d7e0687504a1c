package aurora.restore.notify;

import aurora.restore.telemetry.Told;

/** The topic took the message. */
public record Notified(String messageId) implements Told {

  @Override
  public String told() {
    return "sent message " + messageId;
  }
}
