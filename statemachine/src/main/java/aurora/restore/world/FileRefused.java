package aurora.restore.world;

/** A file can't be read as JSON: one sentence that says where and why. */
public final class FileRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FileRefused(String message) {
    super(message);
  }
}
