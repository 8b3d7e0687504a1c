package aurora.restore.simulation;

import software.amazon.awssdk.core.SdkPojo;

/**
 * What goes wrong with calls, beside what the services refuse by themselves. Asked twice: before a
 * call takes effect, and after it did and before its answer is sent. An {@link AwsError} thrown is
 * what the caller gets; thrown from {@code after}, the answer is lost although the call took
 * effect.
 */
public interface Faults {
  /** Nothing goes wrong. */
  Faults NONE =
      new Faults() {
        @Override
        public void before(Caller caller, String service, String operation, SdkPojo request) {}

        @Override
        public void after(Caller caller, String service, String operation, SdkPojo request) {}
      };

  /**
   * @param service the name that requests are signed for, e.g. {@code rds}
   * @param request the typed request
   */
  void before(Caller caller, String service, String operation, SdkPojo request);

  /** Whether the service answers the caller at all; where not, the connection runs out of time. */
  default boolean answers(Caller caller, String service) {
    return true;
  }

  void after(Caller caller, String service, String operation, SdkPojo request);
}
