package aurora.restore.edge;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PrimingTest {
  @ParameterizedTest
  @EnumSource
  void theSdkTakesTheAnswerOfEachService(Primed service) {
    assertThatCode(() -> Priming.call(service, "us-west-2")).doesNotThrowAnyException();
  }

  @Test
  void whatCannotBePrimedStopsNothing() {
    var noRegion = " ";

    assertThatThrownBy(() -> Priming.call(Primed.RDS, noRegion)).isNotNull();
    assertThatCode(() -> Priming.prime(Primed.RDS, noRegion)).doesNotThrowAnyException();
  }
}
