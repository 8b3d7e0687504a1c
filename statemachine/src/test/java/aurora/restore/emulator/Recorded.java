package aurora.restore.emulator;

import static aurora.restore.edge.Json.MAPPER;

import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Faults;
import aurora.restore.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;

/** What functions ask of DynamoDB in stories: the requests, in their order. */
record Recorded(List<DynamoDbRequest> requests) {
  /** An operation is restored, found to be past its time, cleaned up and purged; another fails. */
  static Recorded stories() {
    var requests = new ArrayList<DynamoDbRequest>();
    try (var world = World.of(Recording.input(), 1)) {
      world.callFaults().add(new Noting(requests));
      world.restore("first", Recording.input().put("expires_after_hours", 24));
      world.restore("second", Recording.input().put("operation_id", "second"));
      world.runUntil(world.now().plus(Duration.ofDays(2)));
      world.reap();
      world.runUntil(world.now().plus(Duration.ofHours(3)));
      var cleanUp = MAPPER.createObjectNode().put("operation_id", "second").put("purge", true);
      world.cleanUp("clean-up", cleanUp.put("region", Stage.REGION));
      world.cleanUp("unknown", MAPPER.createObjectNode().put("operation_id", "unknown"));
    }
    return new Recorded(List.copyOf(requests));
  }

  private record Noting(List<DynamoDbRequest> requests) implements Faults {
    @Override
    public void before(Caller caller, String service, String operation, SdkPojo request) {
      if (request instanceof DynamoDbRequest asked) {
        requests.add(asked);
      }
    }
  }
}
