package aurora.restore.cleanup;

import aurora.restore.operation.ForeignResource;
import aurora.restore.operation.OwnedResource;
import aurora.restore.operation.Ownership;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.rds.model.Tag;

/**
 * A resource as RDS showed it a moment ago.
 *
 * @param status null where it has none
 */
record Found(OwnedResource resource, String arn, String status, List<Tag> tags) {
  private static final String DELETING = "deleting";

  boolean isOf(String operationId) {
    return operation().filter(operationId::equals).isPresent();
  }

  Optional<String> operation() {
    return Ownership.operation(tags);
  }

  boolean isDeleting() {
    return DELETING.equals(status);
  }

  ForeignResource asForeign() {
    return new ForeignResource(resource.kind(), resource.id(), Ownership.inWords(tags));
  }
}
