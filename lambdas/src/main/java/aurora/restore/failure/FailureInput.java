package aurora.restore.failure;

/** What Describe Failure is handed: the event that the rule matched. */
public record FailureInput(StatusEvent event) {}
