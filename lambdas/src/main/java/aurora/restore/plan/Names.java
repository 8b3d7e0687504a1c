package aurora.restore.plan;

import aurora.restore.operation.LowerCase;
import aurora.restore.operation.Ownership;
import aurora.restore.operation.Slug;

/**
 * The identifiers that an operation's resources get, all minted from its id: the same operation
 * mints the same names, another operation others.
 */
final class Names {
  /** Roles may touch snapshots and subnet groups of this prefix alone. */
  static final String PREFIX = Ownership.NAME_PREFIX;

  /** An RDS identifier's length at most. */
  private static final int LONGEST = 63;

  /** Leaves at least 23 characters of the source cluster's name in that of the new one. */
  private static final int LONGEST_OPERATION = 39;

  private final String operation;

  Names(String operationId) {
    this.operation = Slug.of(operationId, LONGEST_OPERATION);
  }

  String copy() {
    return PREFIX + operation;
  }

  String subnetGroup() {
    return PREFIX + operation;
  }

  String cluster(String sourceCluster) {
    var room = LONGEST - 1 - operation.length();
    var source = LowerCase.of(sourceCluster);
    var kept = source.length() <= room ? source : source.substring(0, room);
    return Slug.trimmed(kept) + "-" + operation;
  }

  /** The writer is number 1. */
  static String instance(String cluster, int number) {
    var suffix = "-" + number;
    return Slug.of(cluster, LONGEST - suffix.length()) + suffix;
  }
}
