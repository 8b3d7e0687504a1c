package aurora.restore.fault;

/**
 * What a fault is told beside its name.
 *
 * @param kind what it is
 * @param usual what it is where nothing is said; null where something must be said
 */
public record Argument(Kind kind, String usual) {
  /** What an argument names. */
  public enum Kind {
    /** The fault takes no argument. */
    NONE,
    /** A call: service and API operation, e.g. {@code rds:CopyDBClusterSnapshot}. */
    ACTION,
    /** A function by its definition's placeholder, e.g. {@code CopySnapshot}. */
    FUNCTION,
    /** A state of the restore, e.g. {@code Wait For Cluster}. */
    STATE,
    /** A status of RDS, e.g. {@code failed}. */
    STATUS,
    /** A region, or the key of the input that names it, e.g. {@code source_region}. */
    REGION
  }

  static final Argument NONE = new Argument(Kind.NONE, null);

  static Argument required(Kind kind) {
    return new Argument(kind, null);
  }

  static Argument usually(Kind kind, String usual) {
    return new Argument(kind, usual);
  }

  boolean isRequired() {
    return kind != Kind.NONE && usual == null;
  }

  /** As a usage line shows it: {@code =ACTION}, {@code [=STATUS]} or nothing. */
  String usage() {
    if (kind == Kind.NONE) {
      return "";
    }
    return usual == null ? "=" + kind : "[=" + kind + "]";
  }
}
