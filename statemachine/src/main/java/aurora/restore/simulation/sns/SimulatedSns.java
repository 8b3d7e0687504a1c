package aurora.restore.simulation.sns;

import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Service;
import aurora.restore.simulation.strict.Members;
import aurora.restore.simulation.strict.NotModelledError;
import aurora.restore.time.VirtualTime;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.sns.model.ListTopicsRequest;
import software.amazon.awssdk.services.sns.model.ListTopicsResponse;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;
import software.amazon.awssdk.services.sns.model.Topic;

/** The topics of all accounts and regions, and what was published to them. */
public final class SimulatedSns {
  private static final int MESSAGE_MAX_BYTES = 256 * 1024;
  private static final int SUBJECT_MAX_CHARACTERS = 99;
  private static final Set<String> MODELLED =
      Set.of("TopicArn", "Message", "Subject", "MessageAttributes");

  private final VirtualTime time;
  private final RandomGenerator random;
  private final Set<String> topics = new LinkedHashSet<>();
  private final List<PublishedMessage> messages = new ArrayList<>();
  private final Subscriptions subscriptions = new Subscriptions(this);

  public SimulatedSns(VirtualTime time, RandomGenerator random) {
    this.time = time;
    this.random = random;
  }

  /** The service {@code sns}: {@code Publish}. */
  public Service service() {
    return new Service("sns", Service.Protocol.QUERY)
        .on("Publish", PublishRequest::builder, this::publish);
  }

  /** The same service, with what operators ask of it too. */
  public Service forOperators() {
    var service = service().on("ListTopics", ListTopicsRequest::builder, this::list);
    subscriptions.register(service);
    return service;
  }

  /** Somebody is subscribed who has confirmed it. */
  public void subscribed(String topicArn, String protocol, String endpoint) {
    subscriptions.confirmed(topicArn, protocol, endpoint);
  }

  /** Makes a topic and answers its ARN. */
  public String topic(String account, String region, String name) {
    var arn = "arn:aws:sns:%s:%s:%s".formatted(region, account, name);
    topics.add(arn);
    return arn;
  }

  /** Deletes a topic: whoever publishes to it from now on is refused. */
  public void withoutTopic(String arn) {
    topics.remove(arn);
  }

  /** All messages so far, in the order of publication. */
  public List<PublishedMessage> messages() {
    return List.copyOf(messages);
  }

  private PublishResponse publish(Caller caller, PublishRequest request) {
    Members.of(request).modelled(MODELLED);
    requireTopic(caller, request.topicArn());
    requireSubject(request.subject());
    requireBody(request);
    var attributes = attributes(request.messageAttributes());
    var id = "%016x%016x".formatted(random.nextLong(), random.nextLong());
    messages.add(
        new PublishedMessage(
            time.instant(),
            request.topicArn(),
            id,
            request.subject(),
            request.message(),
            attributes));
    return PublishResponse.builder().messageId(id).build();
  }

  void requireTopic(Caller caller, String arn) {
    // A topic of another region is no topic to this one: SNS refuses the ARN before it looks.
    if (arn == null || !arn.startsWith("arn:aws:sns:" + caller.region() + ":")) {
      throw invalid("TopicArn");
    }
    if (!topics.contains(arn)) {
      throw new AwsError("NotFound", 404, "Topic does not exist");
    }
  }

  /** One page: a world has few topics. */
  private ListTopicsResponse list(Caller caller, ListTopicsRequest request) {
    return ListTopicsResponse.builder()
        .topics(
            topics.stream()
                .filter(it -> it.startsWith("arn:aws:sns:" + caller.region() + ":"))
                .map(it -> Topic.builder().topicArn(it).build())
                .toList())
        .build();
  }

  /** Amazon SNS API Reference, Publish: no line breaks, no controls, fewer than 100 characters. */
  private static void requireSubject(String subject) {
    if (subject == null) {
      return;
    }
    if (subject.isEmpty()
        || subject.length() > SUBJECT_MAX_CHARACTERS
        || subject.chars().anyMatch(Character::isISOControl)) {
      throw invalid("Subject");
    }
  }

  private static void requireBody(PublishRequest request) {
    if (request.message() == null || request.message().isEmpty()) {
      throw new AwsError("InvalidParameter", 400, "Invalid parameter: Empty message");
    }
    var bytes = request.message().getBytes(StandardCharsets.UTF_8).length;
    for (var attribute : request.messageAttributes().entrySet()) {
      bytes += attribute.getKey().getBytes(StandardCharsets.UTF_8).length;
      bytes += sizeBytes(attribute.getValue().dataType());
      bytes += sizeBytes(attribute.getValue().stringValue());
    }
    if (bytes > MESSAGE_MAX_BYTES) {
      throw new AwsError("InvalidParameter", 400, "Invalid parameter: Message too long");
    }
  }

  private static int sizeBytes(String text) {
    return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static Map<String, String> attributes(Map<String, MessageAttributeValue> given) {
    var attributes = new TreeMap<String, String>();
    given.forEach(
        (name, value) -> {
          if (value.binaryValue() != null) {
            throw new NotModelledError("SNS message attribute " + name + " is binary");
          }
          if (value.dataType() == null
              || value.stringValue() == null
              || value.stringValue().isEmpty()) {
            throw new AwsError(
                "ParameterValueInvalid",
                400,
                "The message attribute '%s' must contain a non-empty type and value."
                    .formatted(name));
          }
          attributes.put(name, value.stringValue());
        });
    return Collections.unmodifiableMap(attributes);
  }

  private static AwsError invalid(String member) {
    return new AwsError("InvalidParameter", 400, "Invalid parameter: " + member);
  }
}
