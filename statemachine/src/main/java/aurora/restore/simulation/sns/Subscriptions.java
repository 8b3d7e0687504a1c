package aurora.restore.simulation.sns;

import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Service;
import aurora.restore.simulation.strict.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicRequest;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicResponse;
import software.amazon.awssdk.services.sns.model.SubscribeRequest;
import software.amazon.awssdk.services.sns.model.SubscribeResponse;
import software.amazon.awssdk.services.sns.model.Subscription;
import software.amazon.awssdk.services.sns.model.UnsubscribeRequest;
import software.amazon.awssdk.services.sns.model.UnsubscribeResponse;

/** Who is subscribed. Somebody subscribed by mail is pending: nobody here reads the mail. */
final class Subscriptions {
  private static final String PENDING = "PendingConfirmation";
  private static final String BY_MAIL = "email";

  private record Subscriber(String topicArn, String arn, String protocol, String endpoint) {
    boolean isPending() {
      return arn.equals(PENDING);
    }
  }

  private final SimulatedSns sns;
  private final List<Subscriber> subscribers = new ArrayList<>();
  private int made;

  Subscriptions(SimulatedSns sns) {
    this.sns = sns;
  }

  void register(Service service) {
    service
        .on("ListSubscriptionsByTopic", ListSubscriptionsByTopicRequest::builder, this::list)
        .on("Subscribe", SubscribeRequest::builder, this::subscribe)
        .on("Unsubscribe", UnsubscribeRequest::builder, this::unsubscribe);
  }

  /** Somebody who has confirmed. */
  void confirmed(String topicArn, String protocol, String endpoint) {
    subscribers.add(new Subscriber(topicArn, nextArn(topicArn), protocol, endpoint));
  }

  private String nextArn(String topicArn) {
    return "%s:00000000-0000-4000-8000-%012d".formatted(topicArn, ++made);
  }

  private SubscribeResponse subscribe(Caller caller, SubscribeRequest request) {
    Members.of(request).modelled(Set.of("TopicArn", "Protocol", "Endpoint"));
    sns.requireTopic(caller, request.topicArn());
    var pending = BY_MAIL.equals(request.protocol());
    var arn = pending ? PENDING : nextArn(request.topicArn());
    subscribers.add(
        new Subscriber(request.topicArn(), arn, request.protocol(), request.endpoint()));
    return SubscribeResponse.builder()
        .subscriptionArn(pending ? "pending confirmation" : arn)
        .build();
  }

  /** One page: a world has few subscribers. */
  private ListSubscriptionsByTopicResponse list(
      Caller caller, ListSubscriptionsByTopicRequest request) {
    sns.requireTopic(caller, request.topicArn());
    return ListSubscriptionsByTopicResponse.builder()
        .subscriptions(
            subscribers.stream()
                .filter(it -> it.topicArn().equals(request.topicArn()))
                .map(it -> view(caller, it))
                .toList())
        .build();
  }

  private static Subscription view(Caller caller, Subscriber subscriber) {
    return Subscription.builder()
        .topicArn(subscriber.topicArn())
        .subscriptionArn(subscriber.arn())
        .protocol(subscriber.protocol())
        .endpoint(subscriber.endpoint())
        .owner(caller.account())
        .build();
  }

  private UnsubscribeResponse unsubscribe(Caller caller, UnsubscribeRequest request) {
    var gone =
        subscribers.removeIf(it -> !it.isPending() && it.arn().equals(request.subscriptionArn()));
    if (!gone) {
      throw new AwsError("NotFound", 404, "Subscription does not exist");
    }
    return UnsubscribeResponse.builder().build();
  }
}
