package aurora.restore.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {
  private static final URI STARTED = URI.create("http://127.0.0.1:4566");

  @Test
  void namedEmulatorIsTakenWithoutAskingDocker() throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var endpoint = "http://127.0.0.1:" + server.getLocalPort();
      assertThat(new Search(endpoint, null, unaskedDocker()).search())
          .isEqualTo(new Search.Outcome.Found(URI.create(endpoint)));
    }
  }

  @Test
  void namedEmulatorThatDoesNotAnswerIsAnErrorAndNoSkip() throws IOException {
    var endpoint = "http://127.0.0.1:" + portThatNobodyListensAt();
    assertThatThrownBy(() -> new Search(endpoint, null, unaskedDocker()).search())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("nothing answers", endpoint);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "localhost:4566", "http://localhost"})
  void endpointThatIsNoWholeAddressIsRefused(String endpoint) {
    assertThatThrownBy(() -> new Search(endpoint, null, unaskedDocker()).search())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-Demulator.endpoint=" + endpoint);
  }

  @Test
  void emulatorIsStartedWhereDockerIs() {
    assertThat(new Search(null, "true", docker(true)).search())
        .isEqualTo(new Search.Outcome.Found(STARTED));
  }

  @Test
  void skipTellsBothWaysToHaveAnEmulator() {
    for (var required : new String[] {null, "false"}) {
      assertThat(new Search(null, required, docker(false)).search())
          .isInstanceOfSatisfying(
              Search.Outcome.Absent.class,
              absent -> assertThat(absent.reason()).contains("Docker", "-Demulator.endpoint=URL"));
    }
  }

  @Test
  void requiredEmulatorThatIsNotThereIsAnError() {
    assertThatThrownBy(() -> new Search(null, "true", docker(false)).search())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("Docker", "-Demulator.endpoint=URL", "-Demulator.required=true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yes", "TRUE"})
  void requirementThatIsNeitherTrueNorFalseIsRefused(String required) {
    assertThatThrownBy(() -> new Search(null, required, docker(true)).search())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-Demulator.required=" + required);
  }

  /** Free a moment ago, and given to nobody else so soon. */
  private static int portThatNobodyListensAt() throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return server.getLocalPort();
    }
  }

  private static Docker docker(boolean isThere) {
    return new Docker() {
      @Override
      public boolean isThere() {
        return isThere;
      }

      @Override
      public URI start() {
        assertThat(isThere).as("started where Docker is").isTrue();
        return STARTED;
      }
    };
  }

  private static Docker unaskedDocker() {
    return new Docker() {
      @Override
      public boolean isThere() {
        throw new AssertionError("Docker was asked for");
      }

      @Override
      public URI start() {
        throw new AssertionError("Docker was started");
      }
    };
  }
}
