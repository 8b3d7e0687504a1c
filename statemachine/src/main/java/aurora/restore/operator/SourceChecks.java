package aurora.restore.operator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;

/**
 * What could be restored from a region: the latest snapshot of each cluster, and its key.
 *
 * @param old from when on a latest snapshot is too old
 */
record SourceChecks(OperatorAws aws, String region, Duration old, Instant now) {
  List<Diagnosis> snapshots() {
    var latest = latest();
    if (latest.isEmpty()) {
      return List.of(
          Diagnosis.wrong(
              "snapshots", "there is none in " + region + ": give --source-region, or an input"));
    }
    return latest.values().stream().map(this::age).toList();
  }

  /** By the cluster that they are of. */
  private Map<String, DBClusterSnapshot> latest() {
    var latest = new TreeMap<String, DBClusterSnapshot>();
    aws.services().rds(region).describeDBClusterSnapshotsPaginator().dbClusterSnapshots().stream()
        .filter(it -> it.status().equals("available") && it.snapshotCreateTime() != null)
        .sorted(Comparator.comparing(DBClusterSnapshot::snapshotCreateTime))
        .forEach(it -> latest.put(it.dbClusterIdentifier(), it));
    return latest;
  }

  private Diagnosis age(DBClusterSnapshot snapshot) {
    var age = Duration.between(snapshot.snapshotCreateTime(), now);
    var says =
        "%s of %s is %d hours old"
            .formatted(
                snapshot.dbClusterSnapshotIdentifier(),
                snapshot.dbClusterIdentifier(),
                Math.max(0, age.toHours()));
    return age.compareTo(old) <= 0
        ? Diagnosis.well("snapshots", says)
        : Diagnosis.wrong(
            "snapshots", says + ", the latest: look why none was taken since, or take one");
  }

  /** A snapshot whose key is gone can't be copied. */
  List<Diagnosis> keys() {
    var users = new HashMap<String, List<String>>();
    latest().values().stream()
        .filter(it -> it.kmsKeyId() != null)
        .forEach(
            it ->
                users
                    .computeIfAbsent(it.kmsKeyId(), key -> new ArrayList<>())
                    .add(it.dbClusterSnapshotIdentifier()));
    return new TreeMap<>(users)
        .entrySet().stream().map(it -> key(it.getKey(), it.getValue())).toList();
  }

  private Diagnosis key(String key, List<String> snapshots) {
    return state(aws, region, key, "of " + snapshots);
  }

  /** Whether a key can be used. */
  static Diagnosis state(OperatorAws aws, String region, String key, String use) {
    var state =
        aws.services().kms(region).describeKey(it -> it.keyId(key)).keyMetadata().keyState();
    return Objects.equals(state, KeyState.ENABLED)
        ? Diagnosis.well("keys", key + " is enabled, " + use)
        : Diagnosis.wrong("keys", key + " is " + state + ", " + use + ": enable it");
  }
}
