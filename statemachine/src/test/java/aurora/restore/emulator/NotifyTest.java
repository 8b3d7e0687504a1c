package aurora.restore.emulator;

import static aurora.restore.machine.HandlerFunction.NOTIFY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import aurora.restore.simulation.sns.PublishedMessage;
import java.util.ArrayList;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** Notify, over SNS, into the queue of a subscriber. */
class NotifyTest {
  @Test
  void messageArrivesWithSubjectBodyAndAttributes() {
    try (var stage = Stage.named("message");
        var mailbox = stage.mailbox("all");
        var recording = Recording.start()) {
      var run = recording.restore("message-drill", Recording.input());
      var answer = stage.answer(NOTIFY, recording.handed("Notify Completed", run));

      assertThat(mailbox.receive(1))
          .singleElement()
          .satisfies(
              letter -> {
                assertThat(letter.id()).isEqualTo(answer.get("message_id").asText());
                assertThat(letter.subject())
                    .isEqualTo("Aurora restore COMPLETED: orders-message-drill in us-west-2");
                assertThat(letter.body())
                    .startsWith("The restore is complete and verified.\n")
                    .contains("\nOperation: message-drill\n", "\nNext: ", run.execution().arn());
                assertThat(letter.attributes())
                    .isEqualTo(
                        Map.of(
                            "operation_id",
                            "message-drill",
                            "event",
                            "COMPLETED",
                            "severity",
                            "INFO",
                            "step",
                            "Notify Completed"));
              });
    }
  }

  @Test
  void whatTheSimulatedTopicTookArrivesWordForWord() {
    try (var stage = Stage.named("words");
        var mailbox = stage.mailbox("all");
        var recording = Recording.startWith("copy-fails")) {
      var run = recording.restore("words-drill", Recording.input());
      var handed = recording.handed(NOTIFY, run);
      handed.forEach(payload -> stage.answer(NOTIFY, payload));

      assertThat(handed).as("it started, and it failed").hasSize(2);
      assertThat(mailbox.receive(handed.size()))
          .extracting(Letter::subject, Letter::body, Letter::attributes)
          .containsExactlyInAnyOrderElementsOf(
              recording.mail().stream().map(NotifyTest::asItIsRead).toList());
    }
  }

  @Test
  void subscriptionThatWakesPeopleGetsTheErrorsAlone() {
    try (var stage = Stage.named("filter");
        var all = stage.mailbox("all");
        var errors = stage.mailbox("errors", "{\"severity\":[\"ERROR\"]}");
        var recording = Recording.startWith("copy-fails")) {
      var run = recording.restore("filter-drill", Recording.input());
      recording.handed(NOTIFY, run).forEach(payload -> stage.answer(NOTIFY, payload));

      assertThat(all.receive(2)).hasSize(2);
      var woken = new ArrayList<>(errors.receive(1));
      woken.addAll(errors.rest());
      assertThat(woken)
          .singleElement()
          .satisfies(letter -> assertThat(letter.attributes()).containsEntry("event", "FAILED"));
    }
  }

  private static Tuple asItIsRead(PublishedMessage message) {
    return tuple(message.subject(), message.body(), message.attributes());
  }
}
