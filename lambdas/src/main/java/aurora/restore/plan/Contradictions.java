package aurora.restore.plan;

import static aurora.restore.plan.InputKey.*;

import aurora.restore.input.Fields;
import aurora.restore.operation.Arn;
import java.util.List;

/** What is wrong with an input although each of its keys is right: they don't go together. */
record Contradictions(Fields fields, RestoreRequest request) {
  void find() {
    if (request.source().isLatest() && !fields.has(SOURCE_CLUSTER_ID)) {
      fields.find(SNAPSHOT_ID, "is 'latest' without a cluster", "name it in source_cluster_id");
    }
    if (request.source().snapshotId() != null && !request.source().isLatest()) {
      for (var key : List.of(SOURCE_CLUSTER_ID, SNAPSHOT_TYPE)) {
        if (fields.has(key)) {
          fields.find(
              key, "goes with 'latest' only", "leave it out, or set snapshot_id to 'latest'");
        }
      }
    }
    findArnOfAnotherRegion(
        SNAPSHOT_ID, request.source().snapshotId(), SOURCE_REGION, request.source().region());
    findArnOfAnotherRegion(
        KMS_KEY_ID, request.cluster().kmsKeyId(), TARGET_REGION, request.targetRegion());
    findImpassablePartition();
    findContradictoryCapacity();
    findProtectedFromCleanUp();
  }

  /** A protected cluster is never deleted by itself: such a clean-up could only fail. */
  private void findProtectedFromCleanUp() {
    if (!request.cluster().deletionProtection()) {
      return;
    }
    if (request.expiresAfterHours() != null) {
      fields.find(
          EXPIRES_AFTER_HOURS,
          "is given while deletion_protection is true, which forbids the clean-up",
          "leave out one of them");
    }
    if (request.isCleanedUpOnFailure()) {
      fields.find(
          ON_FAILURE,
          "is clean_up while deletion_protection is true, which forbids it",
          "leave out one of them");
    }
  }

  private void findArnOfAnotherRegion(
      InputKey key, String value, InputKey regionKey, String region) {
    if (value == null || region == null || !Arn.is(value)) {
      return;
    }
    var named = new Arn(value).region();
    if (!named.equals(region)) {
      fields.find(
          key,
          "is of region " + named + " while " + regionKey.key() + " is " + region,
          "make them agree");
    }
  }

  /**
   * Snapshots don't leave China, nor GovCloud (Aurora User Guide, "Copying a DB cluster snapshot").
   */
  private void findImpassablePartition() {
    if (request.source().region() == null || request.targetRegion() == null) {
      return;
    }
    if (!Partition.of(request.source().region()).equals(Partition.of(request.targetRegion()))) {
      fields.find(
          TARGET_REGION,
          "is "
              + request.targetRegion()
              + ", which no snapshot can be copied to from "
              + request.source().region(),
          "name a region of the same partition");
    }
  }

  private void findContradictoryCapacity() {
    if (fields.has(MIN_CAPACITY) != fields.has(MAX_CAPACITY)) {
      var given = fields.has(MIN_CAPACITY) ? MIN_CAPACITY : MAX_CAPACITY;
      var missing = fields.has(MIN_CAPACITY) ? MAX_CAPACITY : MIN_CAPACITY;
      fields.find(given, "is given without " + missing.key(), "give both or neither");
    }
    var min = request.instances().minCapacity();
    var max = request.instances().maxCapacity();
    if (min != null && max != null && min > max) {
      fields.find(MIN_CAPACITY, "is " + min + ", above max_capacity " + max, "lower it");
    }
    if (request.instances().secondsUntilAutoPause() != null && min != null && min > 0) {
      fields.find(
          SECONDS_UNTIL_AUTO_PAUSE,
          "is given while min_capacity is " + min + ", and only 0 can pause",
          "leave it out, or make min_capacity 0");
    }
    var instanceClass = request.instances().instanceClass();
    if (instanceClass == null) {
      return;
    }
    var serverless = Serverless.CLASS.equals(instanceClass);
    var capacity = fields.has(MIN_CAPACITY) || fields.has(MAX_CAPACITY);
    if (serverless && !capacity) {
      fields.find(
          INSTANCE_CLASS,
          "is " + Serverless.CLASS + " without capacities",
          "give min_capacity and max_capacity");
    }
    if (!serverless && capacity) {
      fields.find(
          INSTANCE_CLASS,
          "is " + instanceClass + " while capacities make the instances " + Serverless.CLASS,
          "leave out instance_class, or min_capacity and max_capacity");
    }
  }
}
