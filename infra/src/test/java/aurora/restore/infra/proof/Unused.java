package aurora.restore.infra.proof;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Why a permission stands that no story uses. */
enum Unused {
  LOGS(
      "Lambda writes a function's log lines in its name",
      "logs:CreateLogStream",
      "logs:PutLogEvents"),
  TRACES(
      "Lambda writes a function's traces in its name",
      "xray:PutTelemetryRecords",
      "xray:PutTraceSegments"),
  INTERFACES(
      "Lambda makes and removes a function's network interfaces in its name",
      "ec2:AssignPrivateIpAddresses",
      "ec2:CreateNetworkInterface",
      "ec2:DeleteNetworkInterface",
      "ec2:DescribeNetworkInterfaces",
      "ec2:DescribeSubnets",
      "ec2:UnassignPrivateIpAddresses"),
  SERVICE_LINKED_ROLE(
      "RDS asks for its role in an account that has never used it, and the simulated ones have",
      "iam:CreateServiceLinkedRole"),
  LISTING(
      "a listing of all snapshots names no cluster; the reference has the type for this action, and"
          + " doesn't say when it is asked for",
      "rds:DescribeDBClusterSnapshots on arn:<partition>:rds:<region>:<account>:cluster:*"),
  DELETION(
      "a cluster is deleted without a final snapshot; the reference requires the type for this"
          + " action all the same",
      "rds:DeleteDBCluster on arn:<partition>:rds:<region>:<account>:cluster-snapshot:*"),
  TABLE_KEY(
      "the policy that AWS shows for users of a table's key has it, and no page tells what for",
      "kms:DescribeKey on <key>",
      "kms:Encrypt on <key>",
      "kms:GenerateDataKey on <key>");

  private final String reason;
  private final List<String> what;

  /**
   * @param what actions, or an action and the resource that it may be unused on
   */
  Unused(String reason, String... what) {
    this.reason = reason;
    this.what = List.of(what);
  }

  String reason() {
    return reason;
  }

  List<String> what() {
    return what;
  }

  private boolean excuses(Permission permission) {
    return what.contains(permission.action())
        || what.contains(permission.action() + " on " + permission.resource());
  }

  static Optional<Unused> excuse(Permission permission) {
    return Arrays.stream(values()).filter(it -> it.excuses(permission)).findFirst();
  }

  /** Those that nothing uses and nothing excuses. */
  static Set<Permission> of(Collection<Permission> allowed, Collection<Permission> used) {
    var unused = new TreeSet<>(allowed);
    unused.removeAll(used);
    unused.removeIf(permission -> excuse(permission).isPresent());
    return unused;
  }

  /** Excuses that excuse nothing: what they were for is gone, or used. */
  static Set<String> idle(Collection<Permission> allowed, Collection<Permission> used) {
    var unused = new TreeSet<>(allowed);
    unused.removeAll(used);
    var idle = new TreeSet<String>();
    for (var excuse : values()) {
      for (var it : excuse.what) {
        var needed =
            unused.stream()
                .anyMatch(
                    permission ->
                        it.equals(permission.action())
                            || it.equals(permission.action() + " on " + permission.resource()));
        if (!needed) {
          idle.add(it);
        }
      }
    }
    return idle;
  }
}
