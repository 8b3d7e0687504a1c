package aurora.restore.snapshot;

import aurora.restore.edge.Aws;
import aurora.restore.edge.Boundary;
import aurora.restore.operation.Arn;
import aurora.restore.operation.RestorePlan;
import aurora.restore.rds.RdsLookup;
import aurora.restore.telemetry.Withheld;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kms.model.NotFoundException;
import software.amazon.awssdk.services.rds.model.Event;
import software.amazon.awssdk.services.rds.model.SourceType;

/**
 * What can be found out about why a copy failed: its source, the keys, the events that RDS has of
 * it. The copy has failed whatever is found, so that a look that is refused is told and nothing
 * more.
 */
final class CopyFailureCause {
  private static final int EVENTS_MINUTES = 24 * 60;

  /** The newest ones tell the end. */
  private static final int MOST_EVENTS = 3;

  private final Aws aws;
  private final RestorePlan plan;

  CopyFailureCause(Aws aws, RestorePlan plan) {
    this.aws = aws;
    this.plan = plan;
  }

  String inWords() {
    var found = new ArrayList<String>();
    found.add(looked("source snapshot " + plan.snapshot().id(), this::source));
    key(plan.snapshot().kmsKeyId(), plan.sourceRegion()).ifPresent(found::add);
    key(plan.copy().kmsKeyId(), plan.targetRegion()).ifPresent(found::add);
    found.add(looked("events of RDS", this::events));
    return String.join("; ", found);
  }

  /** What a look brought, or that it was refused. */
  private static String looked(String subject, Supplier<String> look) {
    try {
      return subject + ": " + look.get();
    } catch (AwsServiceException e) {
      return subject + ": couldn't be looked up, " + Boundary.said(e);
    } catch (SdkException e) {
      return subject + ": couldn't be looked up, " + Withheld.from(e.getMessage());
    }
  }

  private String source() {
    return new RdsLookup(aws.rds(plan.sourceRegion()))
        .anySnapshot(plan.snapshot().arn(), new Arn(plan.cluster().arn()).account())
        .map(found -> "is " + found.status())
        .orElse("doesn't exist any more");
  }

  private Optional<String> key(String id, String region) {
    return Optional.ofNullable(id)
        .map(key -> looked("key " + key + " in " + region, () -> state(key, region)));
  }

  private String state(String key, String region) {
    try {
      return "is "
          + aws.kms(region).describeKey(query -> query.keyId(key)).keyMetadata().keyStateAsString();
    } catch (NotFoundException e) {
      return "doesn't exist";
    }
  }

  /** RDS keeps events of fourteen days (RDS API Reference, DescribeEvents). */
  private String events() {
    var messages =
        aws
            .rds(plan.targetRegion())
            .describeEventsPaginator(
                query ->
                    query
                        .sourceType(SourceType.DB_CLUSTER_SNAPSHOT)
                        .sourceIdentifier(plan.copy().id())
                        .duration(EVENTS_MINUTES))
            .events()
            .stream()
            .map(Event::message)
            .toList();
    return messages.isEmpty() ? "none" : String.join(", ", newest(messages));
  }

  private static List<String> newest(List<String> messages) {
    return messages.subList(Math.max(0, messages.size() - MOST_EVENTS), messages.size());
  }
}
