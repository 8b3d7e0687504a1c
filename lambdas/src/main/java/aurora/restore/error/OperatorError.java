package aurora.restore.error;

/**
 * What an operator reads at three in the morning: what it is about, what happened, what to do. Step
 * Functions shows the class's name as the error and the message in the cause.
 */
public abstract class OperatorError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Stands between what happened and what to do; reports find the remedy by it. */
  public static final String REMEDY = " Remedy: ";

  /**
   * @param subject what it is about, e.g. {@code copy of orders-2026-11-20}
   * @param happened what happened, in AWS's own words where there are any
   * @param remedy what to do about it, as an instruction
   */
  protected OperatorError(String subject, String happened, String remedy) {
    super(subject + ": " + sentence(happened) + REMEDY + sentence(remedy));
  }

  private static String sentence(String text) {
    var trimmed = text.strip();
    return trimmed.endsWith(".") ? trimmed : trimmed + ".";
  }
}
