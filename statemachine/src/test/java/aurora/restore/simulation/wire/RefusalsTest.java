package aurora.restore.simulation.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Faults;
import aurora.restore.simulation.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.retries.api.AcquireInitialTokenRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenRequest;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.CopyDbClusterSnapshotRequest;
import software.amazon.awssdk.services.rds.model.CopyDbClusterSnapshotResponse;
import software.amazon.awssdk.services.rds.model.DbClusterSnapshotAlreadyExistsException;
import software.amazon.awssdk.services.rds.model.RdsException;
import software.amazon.awssdk.services.rds.model.SnapshotQuotaExceededException;
import software.amazon.awssdk.services.sfn.SfnClient;

class RefusalsTest {
  private final List<String> copies = new ArrayList<>();

  @Test
  void wireCodesBecomeTheExceptionsThatHandlersCatch() {
    assertThatThrownBy(() -> copy(refusing("DBClusterSnapshotAlreadyExistsFault", 400)))
        .isInstanceOf(DbClusterSnapshotAlreadyExistsException.class)
        .hasMessageContaining("said <so> & more");
    assertThatThrownBy(() -> copy(refusing("SnapshotQuotaExceeded", 400)))
        .isInstanceOf(SnapshotQuotaExceededException.class);
    var denied =
        catchThrowableOfType(RdsException.class, () -> copy(refusing("AccessDenied", 403)));
    assertThat(denied).isExactlyInstanceOf(RdsException.class);
    assertThat(denied.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
    assertThat(denied.statusCode()).isEqualTo(403);
  }

  @Test
  void quotaRefusalIsNotRetried() {
    assertThatThrownBy(() -> copy(refusing("SnapshotQuotaExceeded", 400)))
        .isInstanceOf(SnapshotQuotaExceededException.class);
    assertThat(copies).hasSize(1);
  }

  @Test
  void throttlingIsTriedFourTimesInVirtualTimeOnly() {
    var bench = refusing("Throttling", 400);

    var refusal = catchThrowableOfType(AwsServiceException.class, () -> copy(bench));

    assertThat(refusal.isThrottlingException()).isTrue();
    assertThat(refusal).isExactlyInstanceOf(RdsException.class);
    assertThat(copies).hasSize(4);
    // Half of 0.5 s, 1 s and 2 s at least, and the whole of them at most.
    assertThat(bench.spent()).isBetween(Duration.ofMillis(1750), Duration.ofMillis(3500));
  }

  @Test
  void sdkIsNeverToldToSleepBeforeARetry() {
    var bench = Bench.with();
    var strategy = bench.retries().standard();
    var token = strategy.acquireInitialToken(AcquireInitialTokenRequest.create("rds")).token();
    var throttled =
        RdsException.builder()
            .statusCode(400)
            .awsErrorDetails(AwsErrorDetails.builder().errorCode("Throttling").build())
            .build();

    var retry =
        strategy.refreshRetryToken(
            RefreshRetryTokenRequest.builder().token(token).failure(throttled).build());

    assertThat(retry.delay()).isZero();
    assertThat(bench.spent()).isBetween(Duration.ofMillis(250), Duration.ofMillis(500));
  }

  @Test
  void serverErrorsAreTriedFourTimesToo() {
    var bench = refusing("InternalFailure", 500);

    assertThatThrownBy(() -> copy(bench)).isInstanceOf(RdsException.class);

    assertThat(copies).hasSize(4);
    assertThat(bench.spent()).isBetween(Duration.ZERO, Duration.ofMillis(700));
  }

  @Test
  void attemptsAreThoseOfTheSdkItself() {
    var retries = Bench.with().retries();
    assertThat(retries.standard().maxAttempts())
        .isEqualTo(AwsRetryStrategy.defaultRetryStrategy().maxAttempts())
        .isEqualTo(4);
    assertThat(retries.of(RetryMode.STANDARD).maxAttempts())
        .isEqualTo(AwsRetryStrategy.standardRetryStrategy().maxAttempts())
        .isEqualTo(3);
    assertThatThrownBy(() -> retries.of(RetryMode.ADAPTIVE_V2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ADAPTIVE_V2");
  }

  @Test
  void lostAnswerLeavesTheEffect() {
    var lost = new AwsError("ServiceUnavailable", 503, "lost");
    var once = new ArrayList<>(List.of(lost));
    var faults =
        Bench.faults(
            call -> {},
            call -> {
              if (!once.isEmpty()) {
                throw once.removeLast();
              }
            });

    copy(Bench.with(faults, copying()));

    assertThat(copies).containsExactly("nightly-copy", "nightly-copy");
  }

  @Test
  void faultBeforeTheCallKeepsItFromTakingEffect() {
    var faults =
        Bench.faults(
            call -> {
              throw new AwsError("AccessDenied", 403, call);
            },
            call -> {});

    assertThatThrownBy(() -> copy(Bench.with(faults, copying())))
        .hasMessageContaining("rds:CopyDBClusterSnapshot");

    assertThat(copies).isEmpty();
  }

  @Test
  void unknownOperationStopsTheRunUnretried() {
    var seen = new ArrayList<String>();
    var rds = Bench.with(Bench.faults(seen::add, seen::add), copying()).client(RdsClient.builder());

    assertThatThrownBy(rds::describeDBClusters)
        .isExactlyInstanceOf(UnknownOperation.class)
        .isInstanceOf(Error.class)
        .hasMessage(
            "operation rds:DescribeDBClusters is not simulated; CopySnapshot called it in"
                + " us-west-2");
    assertThat(seen).isEmpty();
  }

  @Test
  void unknownServiceStopsTheRun() {
    var states = Bench.with(copying()).client(SfnClient.builder());

    assertThatThrownBy(() -> states.describeExecution(r -> r.executionArn("arn")))
        .isExactlyInstanceOf(UnknownService.class)
        .hasMessageContaining("states");
  }

  @Test
  void serviceThatBreaksStopsTheRunInsteadOfLookingLikeAws() {
    var broken =
        new Service("rds", Service.Protocol.QUERY)
            .<CopyDbClusterSnapshotRequest, CopyDbClusterSnapshotResponse>on(
                "CopyDBClusterSnapshot",
                CopyDbClusterSnapshotRequest::builder,
                (caller, request) -> {
                  throw new IllegalStateException("no such shelf");
                });

    assertThatThrownBy(() -> copy(Bench.with(broken)))
        .isExactlyInstanceOf(ServiceBroke.class)
        .hasMessageContaining("rds:CopyDBClusterSnapshot")
        .hasMessageContaining("no such shelf");
  }

  @Test
  void callsTakeVirtualTime() {
    Latency latency = (service, operation) -> Duration.ofMillis(40);
    var bench = Bench.with(latency, copying());

    copy(bench);
    copy(bench);

    assertThat(bench.spent()).isEqualTo(Duration.ofMillis(80));
  }

  private void copy(Bench bench) {
    bench
        .client(RdsClient.builder())
        .copyDBClusterSnapshot(
            r ->
                r.sourceDBClusterSnapshotIdentifier("nightly")
                    .targetDBClusterSnapshotIdentifier("nightly-copy"));
  }

  private Service copying() {
    return new Service("rds", Service.Protocol.QUERY)
        .<CopyDbClusterSnapshotRequest, CopyDbClusterSnapshotResponse>on(
            "CopyDBClusterSnapshot",
            CopyDbClusterSnapshotRequest::builder,
            (caller, request) -> {
              copies.add(request.targetDBClusterSnapshotIdentifier());
              return CopyDbClusterSnapshotResponse.builder().build();
            });
  }

  private Bench refusing(String code, int httpStatus) {
    var faults =
        Bench.faults(
            call -> {
              copies.add(call);
              throw new AwsError(code, httpStatus, "said <so> & more");
            },
            call -> {});
    return Bench.with(faults, copying());
  }

  @Test
  void oneSeedGivesTheSameDelaysAndRequestIds() {
    assertThat(throttled()).isEqualTo(throttled());
  }

  private List<Object> throttled() {
    var bench = refusing("Throttling", 400);
    var refusal = catchThrowableOfType(RdsException.class, () -> copy(bench));
    return List.of(bench.spent(), refusal.requestId(), refusal.getMessage());
  }

  @Test
  void nothingGoesWrongWithoutFaults() {
    copy(Bench.with(Faults.NONE, copying()));

    assertThat(copies).containsExactly("nightly-copy");
  }
}
