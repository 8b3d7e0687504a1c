package aurora.restore.cleanup;

import aurora.restore.operation.ForeignResource;
import aurora.restore.operation.KeptResource;
import aurora.restore.operation.OwnedResource;
import aurora.restore.operation.Ownership;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.rds.model.Tag;

/**
 * A resource as RDS showed it a moment ago.
 *
 * @param status null where it has none
 * @param cluster of an instance, the cluster that it is in; else null
 */
record Found(OwnedResource resource, String arn, String status, List<Tag> tags, String cluster) {
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

  ForeignResource asForeign(String owner) {
    return new ForeignResource(resource.kind(), resource.id(), owner);
  }

  KeptResource asKept(String why) {
    return new KeptResource(resource.kind(), resource.id(), why);
  }
}
