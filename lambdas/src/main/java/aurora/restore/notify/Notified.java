package aurora.restore.notify;

import aurora.restore.telemetry.Loggable;

/** The topic took the message. */
public record Notified(String messageId) implements Loggable {

  @Override
  public String summary() {
    return "sent message " + messageId;
  }
}
