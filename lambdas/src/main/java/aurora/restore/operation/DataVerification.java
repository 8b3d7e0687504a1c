package aurora.restore.operation;

import java.util.List;

/**
 * The checks by SQL that an operation makes of what it has restored.
 *
 * @param database the database that they are asked of
 * @param secretArn the secret that holds a database user's name and password; null: the one that
 *     RDS keeps for the restored cluster
 */
public record DataVerification(String database, String secretArn, List<DataCheck> checks) {
  /** So many at most: their results have to fit into a row, a mail and a state's data. */
  public static final int MOST_CHECKS = 20;

  /** How long all of them may take together: less than a function may run. */
  public static final int LONGEST_SECONDS = 600;

  public DataVerification {
    checks = List.copyOf(checks);
  }

  /** The same with other checks. */
  public DataVerification with(List<DataCheck> others) {
    return new DataVerification(database, secretArn, others);
  }

  /** Whether the secret is the one that RDS makes with a managed master password. */
  public boolean isManaged() {
    return secretArn == null;
  }
}
