package aurora.restore.simulation.rds;

import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Service;
import aurora.restore.simulation.strict.Members;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.services.rds.model.DescribeEventsRequest;
import software.amazon.awssdk.services.rds.model.DescribeEventsResponse;
import software.amazon.awssdk.services.rds.model.Event;
import software.amazon.awssdk.services.rds.model.SourceType;

/**
 * Events of cluster snapshots. RDS documents none for a copy that fails (Aurora User Guide, "Amazon
 * RDS event categories and event messages"), so there are only those that a story sets up.
 */
final class EventOperations {
  /**
   * What is told where the request doesn't say for how long (RDS API Reference, DescribeEvents).
   */
  private static final int USUAL_MINUTES = 60;

  private static final int KEPT_MINUTES = 14 * 24 * 60;

  private static final Set<String> MODELLED =
      Set.of("SourceIdentifier", "SourceType", "Duration", "MaxRecords", "Marker");

  private final RdsState cloud;

  EventOperations(RdsState cloud) {
    this.cloud = cloud;
  }

  void register(Service service) {
    service.on("DescribeEvents", DescribeEventsRequest::builder, this::describe);
  }

  private DescribeEventsResponse describe(Caller caller, DescribeEventsRequest request) {
    var members = Members.of(request).modelled(MODELLED);
    if (members.given("SourceIdentifier") && !members.given("SourceType")) {
      throw Refusal.invalidCombination("SourceIdentifier can't be specified without SourceType");
    }
    var minutes = Objects.requireNonNullElse(request.duration(), USUAL_MINUTES);
    if (minutes < 1 || minutes > KEPT_MINUTES) {
      throw Refusal.invalidValue("Events are kept 14 days, unlike the duration " + minutes);
    }
    var from = cloud.now().minus(Duration.ofMinutes(minutes));
    return DescribeEventsResponse.builder()
        .events(
            cloud.region(caller).snapshotEvents.stream()
                .filter(event -> !event.date().isBefore(from))
                .filter(event -> isAsked(event, request))
                .toList())
        .build();
  }

  private static boolean isAsked(Event event, DescribeEventsRequest request) {
    return (request.sourceType() == null || request.sourceType() == SourceType.DB_CLUSTER_SNAPSHOT)
        && (request.sourceIdentifier() == null
            || event.sourceIdentifier().equals(Identifiers.fold(request.sourceIdentifier())));
  }
}
