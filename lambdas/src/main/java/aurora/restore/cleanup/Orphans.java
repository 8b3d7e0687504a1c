package aurora.restore.cleanup;

import aurora.restore.audit.AuditTrail;
import aurora.restore.audit.OperationTable;
import aurora.restore.edge.MachineArns;
import aurora.restore.notify.OrphanMail;
import aurora.restore.notify.Topic;
import aurora.restore.operation.OperationStatus;
import aurora.restore.operation.OwnedResource;
import aurora.restore.rds.ResourceLookup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reports what carries the pipeline's tag and belongs to no operation that the records know, or to
 * one that has been cleaned up: once a day for each operation.
 */
record Orphans(
    ResourceLookup looks,
    OperationTable operations,
    AuditTrail trail,
    Topic topic,
    MachineArns machines) {

  /** The operations that were reported now. */
  List<String> report(Instant now, String region) {
    var reported = new TreeMap<String, List<OwnedResource>>();
    found()
        .forEach(
            (operation, resources) -> {
              if (trail.noteOrphans(operation, resources, now, "reaper/" + now)) {
                reported.put(operation, resources);
              }
            });
    if (!reported.isEmpty()) {
      topic.publish(new OrphanMail(region, reported, machines.cleanUpArn()).written());
    }
    return List.copyOf(reported.keySet());
  }

  private Map<String, List<OwnedResource>> found() {
    var byOperation = new TreeMap<String, List<OwnedResource>>();
    looks
        .tagged()
        .filter(found -> !found.isDeleting())
        .forEach(
            found ->
                byOperation
                    .computeIfAbsent(found.operation().orElseThrow(), none -> new ArrayList<>())
                    .add(found.resource()));
    byOperation.replaceAll(this::unaccountedFor);
    byOperation.values().removeIf(List::isEmpty);
    return byOperation;
  }

  /**
   * All of it where no row tells what was made, as that of an execution that never claimed the
   * operation doesn't; of a cleaned-up operation what wasn't kept on purpose.
   */
  private List<OwnedResource> unaccountedFor(String operation, List<OwnedResource> resources) {
    var row = operations.find(operation);
    if (row.isEmpty()) {
      return resources;
    }
    if (row.get().status() == OperationStatus.FAILED && row.get().plan() == null) {
      return resources;
    }
    if (row.get().status() != OperationStatus.CLEANED_UP) {
      return List.of();
    }
    var report = row.get().cleanUpReport();
    return resources.stream().filter(it -> !report.keeps(it)).toList();
  }
}
