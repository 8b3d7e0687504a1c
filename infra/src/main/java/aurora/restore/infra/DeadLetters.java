package aurora.restore.infra;

import java.util.Optional;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/** Makes the queues for events that EventBridge couldn't deliver. */
record DeadLetters(Construct scope, Optional<IKey> key) {
  /** The longest that SQS keeps a message: somebody has to be back from a holiday. */
  private static final Duration KEPT = Duration.days(14);

  /** Encrypted at rest; messages sent without TLS are refused. */
  Queue make(String id) {
    var queue = Queue.Builder.create(scope, id).enforceSsl(true).retentionPeriod(KEPT);
    return key.map(own -> queue.encryption(QueueEncryption.KMS).encryptionMasterKey(own))
        .orElseGet(() -> queue.encryption(QueueEncryption.SQS_MANAGED))
        .build();
  }
}
