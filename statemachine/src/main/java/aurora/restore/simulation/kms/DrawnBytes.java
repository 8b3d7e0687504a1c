package aurora.restore.simulation.kms;

import java.security.SecureRandom;
import java.util.SplittableRandom;

/** What keys and signatures are made with: the same for the same key, so that histories repeat. */
final class DrawnBytes extends SecureRandom {
  private static final long serialVersionUID = 1L;

  private final transient SplittableRandom drawn;

  DrawnBytes(String key) {
    super(null, null); // no provider: every byte is drawn here
    this.drawn = new SplittableRandom(key.hashCode());
  }

  @Override
  public void nextBytes(byte[] bytes) {
    drawn.nextBytes(bytes);
  }
}
