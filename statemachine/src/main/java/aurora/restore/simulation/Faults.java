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
  Faults NONE = new Faults() {};

  /** What goes wrong before calls take effect, and nothing after. */
  static Faults before(OnCall onCall) {
    return new Faults() {
      @Override
      public void before(Caller caller, String service, String operation, SdkPojo request) {
        onCall.meets(caller, service, operation, request);
      }
    };
  }

  /** What goes wrong after calls took effect: their answers get lost. */
  static Faults after(OnCall onCall) {
    return new Faults() {
      @Override
      public void after(Caller caller, String service, String operation, SdkPojo request) {
        onCall.meets(caller, service, operation, request);
      }
    };
  }

  /**
   * @param service the name that requests are signed for, e.g. {@code rds}
   * @param request the typed request
   */
  default void before(Caller caller, String service, String operation, SdkPojo request) {}

  /** Whether the service answers the caller at all; where not, the connection runs out of time. */
  default boolean answers(Caller caller, String service) {
    return true;
  }

  default void after(Caller caller, String service, String operation, SdkPojo request) {}

  /** Something that happens at a call: as an {@link AwsError}, it is what the caller gets. */
  interface OnCall {
    void meets(Caller caller, String service, String operation, SdkPojo request);
  }
}
