package aurora.restore.operator;

/** The exit status, for scripts. */
final class ExitCode {
  static final int WELL = 0;

  /** The operation ended badly, something would stop a restore, or evidence doesn't hold. */
  static final int BAD = 1;

  static final int USAGE = 2;

  /** AWS couldn't be asked, refused, or knows no such thing. */
  static final int TROUBLE = 3;

  private ExitCode() {}
}
