package aurora.restore.stories;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.error.OperatorError;
import aurora.restore.world.Run;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** How an execution ended: with what it says for itself where it was to end otherwise. */
public final class Ended {
  private Ended() {}

  public static void assertSucceeded(Run run) {
    assertEnded(run, ExecutionStatus.SUCCEEDED);
  }

  public static void assertFailed(Run run, Class<? extends OperatorError> error) {
    assertEnded(run, ExecutionStatus.FAILED);
    assertThat(run.execution().error()).as(run.errorMessage()).isEqualTo(error.getName());
  }

  private static void assertEnded(Run run, ExecutionStatus status) {
    var execution = run.execution();
    assertThat(execution.status())
        .as(() -> execution.failedState() + ": " + execution.error() + " " + execution.cause())
        .isEqualTo(status);
  }
}
