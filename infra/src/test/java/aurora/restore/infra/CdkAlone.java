package aurora.restore.infra;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One test at a time calls the CDK: all its objects live in one Node process, and the library that
 * talks to it mixes up the answers of two threads.
 */
final class CdkAlone implements BeforeEachCallback, AfterEachCallback {
  private static final ReentrantLock CALLING = new ReentrantLock();

  static <T> T call(Supplier<T> calls) {
    CALLING.lock();
    try {
      return calls.get();
    } finally {
      CALLING.unlock();
    }
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    CALLING.lock();
  }

  @Override
  public void afterEach(ExtensionContext test) {
    CALLING.unlock();
  }
}
