package aurora.restore.plan;

import java.util.Locale;

/**
 * The parts of a cluster snapshot's ARN: {@code arn:aws:rds:REGION:ACCOUNT:cluster-snapshot:NAME}.
 */
final class SnapshotArn {
  private static final int ACCOUNT = 4;
  private static final int NAME = 6;

  private SnapshotArn() {}

  /** As RDS keeps it: the name in lower case, whatever else an ARN has as it is. */
  static String folded(String arnOrName) {
    if (arnOrName == null) {
      return null;
    }
    var name = name(arnOrName);
    var prefix = arnOrName.substring(0, arnOrName.length() - name.length());
    return prefix + name.toLowerCase(Locale.ROOT);
  }

  static String account(String arn) {
    return arn.split(":")[ACCOUNT];
  }

  /** The name, which may hold a colon itself; a plain name is its own. */
  static String name(String arnOrName) {
    return arnOrName.startsWith("arn:") ? arnOrName.split(":", NAME + 1)[NAME] : arnOrName;
  }
}
