package aurora.restore.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Read as AWS's own library of events reads it. */
class RuleEventTest {
  @Test
  void lambdasLibraryReadsEveryMember() {
    var fired =
        new RuleEvent("111122223333", "us-west-2", "reaper", Instant.parse("2026-11-23T04:00:00Z"));

    var read =
        LambdaEventSerializers.serializerFor(
                ScheduledEvent.class, ScheduledEvent.class.getClassLoader())
            .fromJson(fired.json().toString());

    assertThat(read.getTime().getMillis()).isEqualTo(fired.firedAt().toEpochMilli());
    assertThat(read.getDetailType()).isEqualTo("Scheduled Event");
    assertThat(read.getSource()).isEqualTo("aws.events");
    assertThat(read.getAccount()).isEqualTo("111122223333");
    assertThat(read.getRegion()).isEqualTo("us-west-2");
    assertThat(read.getResources())
        .containsExactly("arn:aws:events:us-west-2:111122223333:rule/reaper");
    assertThat(read.getId()).isNotEmpty();
    assertThat(read.getDetail()).isEmpty();
  }
}
