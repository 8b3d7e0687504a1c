package aurora.restore.trial;

import aurora.restore.edge.Json;
import aurora.restore.machine.HandlerFunction;
import aurora.restore.machine.Machine;
import aurora.restore.simulation.rds.Course;
import aurora.restore.simulation.rds.Quota;
import aurora.restore.simulation.rds.RdsKind;
import aurora.restore.trial.act.Act;
import aurora.restore.trial.act.Hand;
import aurora.restore.trial.act.Mishap;
import aurora.restore.trial.act.Order;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/** Draws what happens: every kind of act is as likely as its weight among all. */
final class ActDrawing {
  private static final List<String> SERVICES = List.of("rds", "dynamodb", "sns", "states", "kms");
  private static final List<String> LOSABLE =
      List.of(
          "CopyDBClusterSnapshot",
          "CreateDBSubnetGroup",
          "RestoreDBClusterFromSnapshot",
          "CreateDBInstance",
          "ModifyDBCluster",
          "DeleteDBInstance",
          "DeleteDBCluster",
          "DeleteDBClusterSnapshot",
          "DeleteDBSubnetGroup",
          "CreateDBClusterSnapshot",
          "TransactWriteItems",
          "UpdateItem",
          "PutItem",
          "Publish",
          "StartExecution");

  private static final List<RdsKind> TAGGED =
      List.of(RdsKind.CLUSTER, RdsKind.INSTANCE, RdsKind.CLUSTER_SNAPSHOT, RdsKind.SUBNET_GROUP);

  private final SplittableRandom random;
  private int names;

  ActDrawing(SplittableRandom random) {
    this.random = random;
  }

  Act drawn(ObjectNode input) {
    return switch (random.nextInt(20)) {
      case 0, 1, 2, 3, 4, 5, 6 -> order();
      case 7, 8, 9, 10 -> hand();
      default -> mishap();
    };
  }

  /** What a restore outlasts by itself. */
  Mishap passing() {
    return switch (random.nextInt(6)) {
      case 0, 1 -> new Mishap.AnswerLost(LOSABLE.get(random.nextInt(LOSABLE.size())));
      case 2 -> new Mishap.Crash(function(), random.nextBoolean());
      case 3 -> new Mishap.Conflict();
      case 4 -> new Mishap.ShownLate(10 + random.nextInt(290));
      default -> new Mishap.Lingers(function(), random.nextInt(5));
    };
  }

  private Order order() {
    return switch (random.nextInt(15)) {
      case 0, 1 -> new Order.Restore(name("again"), none());
      case 2 -> new Order.Restore(name("changed"), change());
      case 3 -> new Order.Restore(name("other"), another());
      case 4 -> new Order.RuleFiresTwice(name("rule"));
      case 5, 6, 7 -> new Order.Redrive(Machine.RESTORE);
      case 8 -> new Order.Redrive(Machine.CLEAN_UP);
      case 9, 10 -> new Order.CleanUp(name("clean-up"), cleanUpKeys());
      case 11 -> new Order.CleanUpTwice(name("clean-up"));
      case 12, 13 -> new Order.Abort(Machine.RESTORE);
      default ->
          new Order.Abort(random.nextInt(3) == 0 ? Machine.REPORT_FAILURE : Machine.CLEAN_UP);
    };
  }

  private String name(String stem) {
    return stem + "-" + ++names;
  }

  private ObjectNode change() {
    return switch (random.nextInt(5)) {
      case 0 -> none().put("instance_count", 1);
      case 1 -> none().put("snapshot_id", "orders-older");
      case 2 -> none().put("cluster_id", "orders-elsewhere");
      case 3 -> none().put("instance_clas", "db.r6g.large");
      default -> none().put("deletion_protection", true);
    };
  }

  private ObjectNode another() {
    var other = none().put("operation_id", "other");
    return random.nextBoolean() ? other : other.put("cluster_id", "orders-restored");
  }

  private ObjectNode cleanUpKeys() {
    return switch (random.nextInt(8)) {
      case 0 -> none().put("keep_snapshot", true);
      case 1 -> none().put("final_snapshot_id", "orders-last");
      case 2, 3 -> none().put("disable_deletion_protection", true);
      case 4 -> none().put("purge_records", true);
      default -> none();
    };
  }

  private Hand hand() {
    return switch (random.nextInt(17)) {
      case 0 -> new Hand.RenameCluster();
      case 1 -> new Hand.StopCluster();
      case 2 -> new Hand.StartCluster();
      case 3 -> new Hand.FailOver();
      case 4 -> new Hand.Protect(true);
      case 5 -> new Hand.Protect(false);
      case 6 -> new Hand.ChangeRetention(9);
      case 7 -> new Hand.DeleteInstance(false);
      case 8 -> new Hand.DeleteInstance(true);
      case 9 -> new Hand.DeleteCluster();
      case 10 -> new Hand.DeleteCopy();
      case 11 -> new Hand.DeleteSource();
      case 12 -> new Hand.TakeTagOff(kind());
      case 13 -> new Hand.PutTagOn(kind(), random.nextBoolean());
      case 14 -> new Hand.HandsOff(kind());
      case 15 -> new Hand.HandsOn(kind());
      default -> new Hand.TakeName();
    };
  }

  private RdsKind kind() {
    return TAGGED.get(random.nextInt(TAGGED.size()));
  }

  private Mishap mishap() {
    return switch (random.nextInt(21)) {
      case 0 -> new Mishap.Throttled(service(), 30 + random.nextInt(600));
      case 1 -> new Mishap.Down(service(), 20 + random.nextInt(300));
      case 2 -> new Mishap.Down("sns", 3_600 * (1 + random.nextInt(12)));
      case 3 -> new Mishap.Down("dynamodb", 1_200 * (1 + random.nextInt(12)));
      case 4, 5 -> new Mishap.AnswerLost(LOSABLE.get(random.nextInt(LOSABLE.size())));
      case 6 -> new Mishap.Conflict();
      case 7 -> new Mishap.ShownLate(10 + random.nextInt(290));
      case 8 -> new Mishap.Crash(function(), false);
      case 9 -> new Mishap.Crash(function(), true);
      case 10, 11, 12 -> new Mishap.Lingers(function(), random.nextInt(5));
      case 13 -> new Mishap.Events(delays());
      case 14 -> new Mishap.QuotaTaken(quota(), 1 + random.nextInt(5));
      case 15 -> new Mishap.CopySlotsTaken(10 + random.nextInt(300));
      case 16 -> new Mishap.NoCapacity(1 + random.nextInt(5));
      case 17 -> new Mishap.KeyDisabled(1 + random.nextInt(300));
      case 18 -> new Mishap.NextCopy(course("failed", Course::stalls));
      case 19 -> new Mishap.NextCluster(course("migration-failed", ActDrawing::untilMended));
      default -> new Mishap.NextInstance(course("incompatible-network", Course::stalls));
    };
  }

  private String service() {
    return SERVICES.get(random.nextInt(SERVICES.size()));
  }

  private HandlerFunction function() {
    var all = HandlerFunction.values();
    return all[random.nextInt(all.length)];
  }

  private List<Duration> delays() {
    return switch (random.nextInt(3)) {
      case 0 -> List.of();
      case 1 -> List.of(Duration.ofSeconds(1), Duration.ofSeconds(1 + random.nextInt(7_200)));
      default -> List.of(Duration.ofSeconds(30 + random.nextInt(7_200)));
    };
  }

  private Quota quota() {
    return switch (random.nextInt(3)) {
      case 0 -> Quota.MANUAL_CLUSTER_SNAPSHOTS;
      case 1 -> Quota.CLUSTERS;
      default -> Quota.INSTANCES;
    };
  }

  /**
   * One that stands still until everything is mended, and some hours on: RDS deletes no cluster
   * that is being created, and a clean-up that waits for a month shows nothing that a day doesn't.
   */
  private static Course untilMended(int percentOfTenHours) {
    return Course.takes(Trial.UNTIL_MENDED.plusMinutes(6L * percentOfTenHours));
  }

  /**
   * @param stands makes one that stands still, of a percentage
   */
  private Course course(String end, IntFunction<Course> stands) {
    return switch (random.nextInt(3)) {
      case 0 -> stands.apply(random.nextInt(100));
      case 1 -> Course.endsIn(end, Duration.ofMinutes(1 + random.nextInt(30)));
      default -> Course.takes(Duration.ofMinutes(1 + random.nextInt(200)));
    };
  }

  private static ObjectNode none() {
    return Json.MAPPER.createObjectNode();
  }
}
