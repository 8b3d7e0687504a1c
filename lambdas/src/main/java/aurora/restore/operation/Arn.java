package aurora.restore.operation;

/**
 * The parts of an ARN: {@code arn:PARTITION:SERVICE:REGION:ACCOUNT:KIND:NAME}.
 *
 * @param text the ARN itself
 */
public record Arn(String text) {
  private static final int PARTITION = 1;
  private static final int REGION = 3;
  private static final int ACCOUNT = 4;
  private static final int NAME = 6;

  /** Whether a text is an ARN, where it may be a plain name as well. */
  public static boolean is(String text) {
    return text.startsWith("arn:");
  }

  /** The name in an ARN, or the plain name itself. */
  public static String name(String arnOrName) {
    return is(arnOrName) ? new Arn(arnOrName).name() : arnOrName;
  }

  /** E.g. {@code aws}. */
  public String partition() {
    return text.split(":")[PARTITION];
  }

  public String region() {
    return text.split(":")[REGION];
  }

  /** Twelve digits. */
  public String account() {
    return text.split(":")[ACCOUNT];
  }

  /** May hold colons itself: an execution's is {@code MACHINE:NAME}. */
  public String name() {
    return text.split(":", NAME + 1)[NAME];
  }
}
