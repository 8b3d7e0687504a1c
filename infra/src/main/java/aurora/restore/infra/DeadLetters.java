package aurora.restore.infra;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/** Makes the queues for events that EventBridge couldn't deliver. */
final class DeadLetters {
  /** The longest that SQS keeps a message: somebody has to be back from a holiday. */
  private static final Duration KEPT = Duration.days(14);

  private DeadLetters() {}

  /** Encrypted at rest; messages sent without TLS are refused. */
  static Queue make(Construct scope, String id) {
    return Queue.Builder.create(scope, id)
        .encryption(QueueEncryption.SQS_MANAGED)
        .enforceSsl(true)
        .retentionPeriod(KEPT)
        .build();
  }
}
