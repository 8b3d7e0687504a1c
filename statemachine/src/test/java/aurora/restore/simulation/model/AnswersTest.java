package aurora.restore.simulation.model;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.fault.Answers;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The errors that faults answer with are ones that the service's pages have. */
class AnswersTest {
  @ParameterizedTest
  @ValueSource(strings = {"rds", "ec2", "kms", "sns", "states", "dynamodb"})
  void aServiceThatThrottlesOrIsBrokenSaysSoByItsOwnCodeAndStatus(String service) {
    assertThat(Stream.of(Answers.throttled(service), Answers.broken(service)))
        .allSatisfy(
            error ->
                assertThat(CommonErrors.of(service, error.code()))
                    .as(error.code())
                    .hasValueSatisfying(
                        known -> assertThat(known.status()).isEqualTo(error.httpStatus())));
  }
}
