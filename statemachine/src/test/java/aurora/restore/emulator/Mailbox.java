package aurora.restore.emulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A queue that is subscribed to the topic of a stage. Closing it deletes both. */
final class Mailbox implements AutoCloseable {
  private static final Duration LONGEST_POLL = Duration.ofSeconds(5);
  private static final Duration SHORTEST_POLL = Duration.ofSeconds(1);
  private static final int MOST_POLLS = 12;
  private static final int MOST_MESSAGES = 10;

  private final SqsClient sqs;
  private final String queueUrl;
  private final Runnable unsubscribe;

  /**
   * @param filterPolicy as SNS has it; empty: whatever is published
   */
  Mailbox(Stage stage, String name, Optional<String> filterPolicy) {
    sqs =
        SqsClient.builder()
            .region(Region.of(Stage.REGION))
            .endpointOverride(stage.endpoint())
            .credentialsProvider(stage.credentials())
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    queueUrl = sqs.createQueue(queue -> queue.queueName(stage.name() + "-" + name)).queueUrl();
    sqs.purgeQueue(queue -> queue.queueUrl(queueUrl)); // of what a killed run left
    var sns = stage.aws().sns();
    var subscription =
        sns.subscribe(
                subscribe ->
                    subscribe
                        .topicArn(stage.settings().topicArn())
                        .protocol("sqs")
                        .endpoint(queueArn())
                        .returnSubscriptionArn(true)
                        .attributes(
                            filterPolicy.map(it -> Map.of("FilterPolicy", it)).orElse(Map.of())))
            .subscriptionArn();
    unsubscribe = () -> sns.unsubscribe(it -> it.subscriptionArn(subscription));
  }

  private String queueArn() {
    return sqs.getQueueAttributes(
            queue -> queue.queueUrl(queueUrl).attributeNames(QueueAttributeName.QUEUE_ARN))
        .attributes()
        .get(QueueAttributeName.QUEUE_ARN);
  }

  /** Waits for so many messages, which come in any order; fewer where no more come. */
  List<Letter> receive(int count) {
    var received = new ArrayList<Letter>();
    for (var poll = 0; poll < MOST_POLLS && received.size() < count; poll++) {
      received.addAll(poll(LONGEST_POLL));
    }
    return received;
  }

  /** What else has come. */
  List<Letter> rest() {
    return poll(SHORTEST_POLL);
  }

  private List<Letter> poll(Duration patience) {
    var messages =
        sqs.receiveMessage(
                receive ->
                    receive
                        .queueUrl(queueUrl)
                        .maxNumberOfMessages(MOST_MESSAGES)
                        .waitTimeSeconds((int) patience.toSeconds()))
            .messages();
    messages.forEach(
        message ->
            sqs.deleteMessage(
                delete -> delete.queueUrl(queueUrl).receiptHandle(message.receiptHandle())));
    return messages.stream().map(Message::body).map(Letter::ofEnvelope).toList();
  }

  @Override
  public void close() {
    unsubscribe.run();
    sqs.deleteQueue(queue -> queue.queueUrl(queueUrl));
    sqs.close();
  }
}
