package aurora.restore.simulation.sqs;

import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Service;
import aurora.restore.simulation.strict.Members;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.sqs.model.DeleteMessageRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.ListQueuesRequest;
import software.amazon.awssdk.services.sqs.model.ListQueuesResponse;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/** The queues of one account. */
public final class SimulatedSqs {
  private static final Duration USUALLY_HIDDEN = Duration.ofSeconds(30);

  private static final Set<String> RECEIVE =
      Set.of(
          "QueueUrl",
          "MaxNumberOfMessages",
          "VisibilityTimeout",
          "WaitTimeSeconds", // nobody waits: what isn't there yet comes with the next call
          "AttributeNames",
          "MessageSystemAttributeNames",
          "MessageAttributeNames");

  private final InstantSource time;
  private final List<Queue> queues = new ArrayList<>();
  private long sent;

  public SimulatedSqs(InstantSource time) {
    this.time = time;
  }

  /** Makes an empty queue. */
  public SimulatedSqs queue(String region, String name) {
    queues.add(new Queue(name, region));
    return this;
  }

  public static String url(String account, String region, String name) {
    return "https://sqs.%s.amazonaws.com/%s/%s".formatted(region, account, name);
  }

  public Service service() {
    return new Service("sqs", Service.Protocol.JSON)
        .on("DeleteMessage", DeleteMessageRequest::builder, this::delete)
        .on("GetQueueAttributes", GetQueueAttributesRequest::builder, this::attributes)
        .on("ListQueues", ListQueuesRequest::builder, this::list)
        .on("ReceiveMessage", ReceiveMessageRequest::builder, this::receive)
        .on("SendMessage", SendMessageRequest::builder, this::send);
  }

  private ListQueuesResponse list(Caller caller, ListQueuesRequest request) {
    Members.of(request).modelled(Set.of("QueueNamePrefix"));
    var prefix = request.queueNamePrefix() == null ? "" : request.queueNamePrefix();
    return ListQueuesResponse.builder()
        .queueUrls(
            queues.stream()
                .filter(it -> it.region.equals(caller.region()) && it.name.startsWith(prefix))
                .map(it -> url(caller.account(), it.region, it.name))
                .toList())
        .build();
  }

  private SendMessageResponse send(Caller caller, SendMessageRequest request) {
    Members.of(request).modelled(Set.of("QueueUrl", "MessageBody", "MessageAttributes"));
    var queue = queue(caller, request.queueUrl());
    var id = "00000000-0000-4000-8000-%012d".formatted(++sent);
    queue.send(
        new Queue.Letter(id, request.messageBody(), request.messageAttributes(), time.instant()));
    return SendMessageResponse.builder()
        .messageId(id)
        .md5OfMessageBody(md5(request.messageBody()))
        .build();
  }

  private ReceiveMessageResponse receive(Caller caller, ReceiveMessageRequest request) {
    Members.of(request).modelled(RECEIVE);
    var most = request.maxNumberOfMessages() == null ? 1 : request.maxNumberOfMessages();
    var hidden =
        request.visibilityTimeout() == null
            ? USUALLY_HIDDEN
            : Duration.ofSeconds(request.visibilityTimeout());
    var received = queue(caller, request.queueUrl()).receive(most, hidden, time.instant());
    // Of an empty queue nothing is said, not even an empty list.
    return received.isEmpty()
        ? ReceiveMessageResponse.builder().build()
        : ReceiveMessageResponse.builder()
            .messages(received.stream().map(SimulatedSqs::view).toList())
            .build();
  }

  private static Message view(Queue.Letter letter) {
    var view =
        Message.builder()
            .messageId(letter.id)
            .receiptHandle(letter.receipt())
            .body(letter.body)
            .md5OfBody(md5(letter.body));
    if (!letter.attributes.isEmpty()) {
      view.messageAttributes(letter.attributes);
    }
    return view.build();
  }

  private DeleteMessageResponse delete(Caller caller, DeleteMessageRequest request) {
    queue(caller, request.queueUrl()).delete(request.receiptHandle());
    return DeleteMessageResponse.builder().build();
  }

  private GetQueueAttributesResponse attributes(Caller caller, GetQueueAttributesRequest request) {
    var queue = queue(caller, request.queueUrl());
    var now = time.instant();
    Map<QueueAttributeName, String> all = new TreeMap<>();
    all.put(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, Long.toString(queue.visible(now)));
    all.put(
        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
        Long.toString(queue.hidden(now)));
    all.put(
        QueueAttributeName.QUEUE_ARN,
        "arn:aws:sqs:%s:%s:%s".formatted(queue.region, caller.account(), queue.name));
    if (!request.attributeNames().contains(QueueAttributeName.ALL)) {
      all.keySet().retainAll(request.attributeNames());
    }
    return GetQueueAttributesResponse.builder().attributes(all).build();
  }

  private Queue queue(Caller caller, String url) {
    return queues.stream()
        .filter(it -> url(caller.account(), it.region, it.name).equals(url))
        .filter(it -> it.region.equals(caller.region()))
        .findFirst()
        .orElseThrow(
            () -> new AwsError("QueueDoesNotExist", 400, "The specified queue does not exist."));
  }

  private static String md5(String text) {
    try {
      var digest = MessageDigest.getInstance("MD5");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has MD5", e);
    }
  }
}
