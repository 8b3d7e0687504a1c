package aurora.restore.simulation.sqs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** A queue: messages, each hidden from others for as long as whoever received it works on it. */
final class Queue {
  /** What was sent, and until when it is hidden. */
  static final class Letter {
    final String id;
    final String body;
    final Map<String, MessageAttributeValue> attributes;
    final Instant sentAt;
    private Instant hiddenUntil;
    private int received;

    Letter(String id, String body, Map<String, MessageAttributeValue> attributes, Instant sentAt) {
      this.id = id;
      this.body = body;
      this.attributes = attributes;
      this.sentAt = sentAt;
      this.hiddenUntil = sentAt;
    }

    int received() {
      return received;
    }

    /** Another one each time: only the latest deletes the message for sure. */
    String receipt() {
      return id + "-" + received;
    }
  }

  final String name;
  final String region;
  private final List<Letter> letters = new ArrayList<>();

  Queue(String name, String region) {
    this.name = name;
    this.region = region;
  }

  void send(Letter letter) {
    letters.add(letter);
  }

  List<Letter> receive(int most, Duration hidden, Instant now) {
    var received = letters.stream().filter(it -> isVisible(it, now)).limit(most).toList();
    for (var letter : received) {
      letter.received++;
      letter.hiddenUntil = now.plus(hidden);
    }
    return received;
  }

  /** A receipt of what is gone deletes nothing, and is no error. */
  void delete(String receipt) {
    letters.removeIf(it -> receipt.startsWith(it.id + "-"));
  }

  long visible(Instant now) {
    return letters.stream().filter(it -> isVisible(it, now)).count();
  }

  long hidden(Instant now) {
    return letters.size() - visible(now);
  }

  private static boolean isVisible(Letter letter, Instant now) {
    return !letter.hiddenUntil.isAfter(now);
  }
}
