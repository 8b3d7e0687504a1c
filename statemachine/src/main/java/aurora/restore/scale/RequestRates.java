package aurora.restore.scale;

import aurora.restore.fault.Answers;
import aurora.restore.scale.TokenBucket.Rate;
import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Faults;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Refuses calls beyond the rates of an account in a region, action by action, and counts all. Those
 * of Step Functions are its Developer Guide's for the three largest regions ("Quotas related to API
 * action throttling"), those of EC2 its Developer Guide's ("Request throttling"). RDS has rates
 * that AWS doesn't publish: whoever simulates says what to assume.
 */
final class RequestRates implements Faults {
  private static final Rate EC2 = new Rate(100, 20);

  private static final Map<String, Rate> STATES =
      Map.of(
          "StartExecution", new Rate(1_300, 300),
          "DescribeExecution", new Rate(300, 15),
          "GetExecutionHistory", new Rate(400, 20),
          "ListExecutions", new Rate(200, 5));

  private final InstantSource clock;
  private final Rate rds;
  private final Map<String, TokenBucket> buckets = new HashMap<>();
  private final Map<String, Long> throttled = new TreeMap<>();
  private long calls;

  RequestRates(InstantSource clock, Rate rds) {
    this.clock = clock;
    this.rds = rds;
  }

  @Override
  public void before(Caller caller, String service, String operation, SdkPojo request) {
    calls++;
    var action = service + ":" + operation;
    var rate = rate(service, operation);
    if (rate.isPresent()) {
      var bucket =
          buckets.computeIfAbsent(
              caller.region() + " " + action, key -> new TokenBucket(rate.get(), clock.instant()));
      if (!bucket.take(clock.instant())) {
        throttled.merge(action, 1L, Long::sum);
        throw Answers.throttled(service);
      }
    }
  }

  private Optional<Rate> rate(String service, String operation) {
    return switch (service) {
      case "rds" -> Optional.of(rds);
      case "ec2" -> Optional.of(EC2);
      case "states" -> Optional.ofNullable(STATES.get(operation));
      case String other -> Optional.empty(); // its rates are far above what restores ask for
    };
  }

  /** Calls that were sent, those that were refused among them. */
  long calls() {
    return calls;
  }

  /** How often each action was refused. */
  Map<String, Long> throttled() {
    return throttled;
  }
}
