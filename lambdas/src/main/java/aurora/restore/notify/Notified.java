package aurora.restore.notify;

/** The topic took the message. */
public record Notified(String messageId) {}
