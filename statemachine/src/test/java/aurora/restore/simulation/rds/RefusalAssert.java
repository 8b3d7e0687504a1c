package aurora.restore.simulation.rds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aurora.restore.simulation.AwsError;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** That a call is refused with a code of the wire. */
final class RefusalAssert {
  private RefusalAssert() {}

  static void assertRefused(String code, int httpStatus, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            AwsError.class,
            error -> {
              assertThat(error.code()).as(error.getMessage()).isEqualTo(code);
              assertThat(error.httpStatus()).isEqualTo(httpStatus);
            });
  }

  static void assertRefused(String code, ThrowingCallable call) {
    assertRefused(code, 400, call);
  }
}
