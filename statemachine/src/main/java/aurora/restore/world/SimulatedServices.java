package aurora.restore.world;

import aurora.restore.engine.Engine;
import aurora.restore.simulation.Faults;
import aurora.restore.simulation.Service;
import aurora.restore.simulation.dynamodb.SimulatedDynamoDb;
import aurora.restore.simulation.ec2.SimulatedEc2;
import aurora.restore.simulation.kms.SimulatedKms;
import aurora.restore.simulation.rds.DurationModel;
import aurora.restore.simulation.rds.SimulatedRds;
import aurora.restore.simulation.rdsdata.AnswerBook;
import aurora.restore.simulation.rdsdata.SimulatedDataApi;
import aurora.restore.simulation.s3.SimulatedS3;
import aurora.restore.simulation.sns.SimulatedSns;
import aurora.restore.simulation.states.SimulatedStates;
import aurora.restore.simulation.wire.Cloud;
import aurora.restore.simulation.wire.Latency;
import aurora.restore.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The services of a world: each draws from a stream of its own. */
final class SimulatedServices {
  /** How long before the world begins the newest data was written that snapshots hold. */
  private static final Duration NEWEST_DATA = Duration.ofHours(7);

  private static final int LEAST_CALL_MILLIS = 20;
  private static final int MOST_CALL_MILLIS = 80;

  private final VirtualTime time;
  private final SimulatedEc2 ec2;
  private final SimulatedKms kms;
  private final SimulatedRds rds;
  private final SimulatedSns sns;
  private final SimulatedDynamoDb dynamoDb;
  private final Instant newestData;
  private final SimulatedDataApi dataApi;
  private final SimulatedS3 s3 = new SimulatedS3();
  private final SimulatedStates states;

  /**
   * @param random what is drawn from in the order of the services
   * @param engine asked for when something is called
   */
  SimulatedServices(
      VirtualTime time,
      long seed,
      SplittableRandom random,
      DurationModel durations,
      Supplier<Engine> engine) {
    this.time = time;
    this.ec2 = new SimulatedEc2(random.split());
    this.kms = new SimulatedKms(time, random.split());
    this.rds = new SimulatedRds(time, random.split(), ec2, kms, durations);
    this.sns = new SimulatedSns(time, random.split());
    // Of the seed, so that what is drawn here leaves what others draw as it is.
    this.dynamoDb = new SimulatedDynamoDb(time, new SplittableRandom(~seed));
    this.newestData = time.instant().minus(NEWEST_DATA);
    this.dataApi =
        new SimulatedDataApi(
            time, new SplittableRandom(seed + 1), rds, AnswerBook.ofSample(newestData));
    this.states = new SimulatedStates(time, engine);
  }

  /**
   * How functions reach them.
   *
   * @param hosts which of AWS's hosts there are
   */
  Cloud cloud(Faults faults, Predicate<String> hosts, SplittableRandom random) {
    return new Cloud(
        time,
        Cloud.byName(forFunctions()),
        faults,
        Latency.between(LEAST_CALL_MILLIS, MOST_CALL_MILLIS, random.split()),
        hosts,
        random.split());
  }

  List<Service> forFunctions() {
    return List.of(
        rds.service(),
        ec2.service(),
        kms.service(),
        sns.service(),
        dynamoDb.service(),
        dataApi.service(),
        s3.service(),
        states.service());
  }

  /**
   * @param deployed what people look at beside what functions call, e.g. logs and alarms
   */
  List<Service> forOperators(List<Service> deployed) {
    var others =
        Stream.of(
            rds.forOperators(),
            ec2.service(),
            kms.service(),
            sns.forOperators(),
            dynamoDb.forOperators(),
            dataApi.service(),
            states.forOperators());
    return Stream.concat(others, deployed.stream()).toList();
  }

  SimulatedEc2 ec2() {
    return ec2;
  }

  SimulatedKms kms() {
    return kms;
  }

  SimulatedRds rds() {
    return rds;
  }

  SimulatedSns sns() {
    return sns;
  }

  SimulatedDynamoDb dynamoDb() {
    return dynamoDb;
  }

  SimulatedDataApi dataApi() {
    return dataApi;
  }

  SimulatedS3 s3() {
    return s3;
  }

  /** When the newest data was written that snapshots hold, where nobody says otherwise. */
  Instant newestData() {
    return newestData;
  }
}
