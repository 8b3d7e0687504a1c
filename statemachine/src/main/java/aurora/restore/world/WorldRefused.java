package aurora.restore.world;

/** A world's description can't be read or put together. */
public final class WorldRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WorldRefused(String message) {
    super(message);
  }
}
