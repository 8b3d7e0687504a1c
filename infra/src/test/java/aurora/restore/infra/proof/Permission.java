package aurora.restore.infra.proof;

import java.util.Comparator;

/**
 * One action on one resource that a function's policies allow.
 *
 * @param function e.g. {@code CopySnapshot}
 * @param statement the position of its statement in the function's policies, which tells apart what
 *     is allowed on different conditions
 * @param resource as the template has it, but for what CloudFormation is to fill in, e.g. {@code
 *     arn:<partition>:rds:<region>:<account>:cluster:*}
 */
record Permission(String function, int statement, String action, String resource)
    implements Comparable<Permission> {
  @Override
  public int compareTo(Permission other) {
    return Comparator.comparing(Permission::function)
        .thenComparing(Permission::action)
        .thenComparing(Permission::resource)
        .thenComparing(Permission::statement)
        .compare(this, other);
  }

  @Override
  public String toString() {
    return function + " may " + action + " on " + resource;
  }
}
