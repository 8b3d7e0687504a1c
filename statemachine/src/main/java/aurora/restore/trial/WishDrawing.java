package aurora.restore.trial;

import aurora.restore.edge.Json;
import aurora.restore.trial.act.Wish;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Draws what a restore is asked for. */
final class WishDrawing {
  private static final String SOURCE = "us-east-1";
  private static final String TARGET = "us-west-2";
  private static final int SAME_REGION_PERCENT = 30;

  private final SplittableRandom random;

  WishDrawing(SplittableRandom random) {
    this.random = random;
  }

  /** The keys that every input has, and how its snapshot is named. */
  ObjectNode required() {
    var target = random.nextInt(100) < SAME_REGION_PERCENT ? SOURCE : TARGET;
    var input = Json.MAPPER.createObjectNode();
    input.put("snapshot_id", "orders-2026-11-22");
    input.put("source_region", SOURCE);
    input.put("target_region", target);
    input.put("vpc_id", "vpc-0a1b2c3d4e5f60718");
    input.putArray("subnet_ids").add("subnet-01a").add("subnet-01b").add("subnet-01c");
    input.putArray("security_group_ids").add("sg-0a1b2c3d4e5f60718");
    return input;
  }

  /** Each by itself may be asked for or not. */
  List<Wish> drawn(ObjectNode input) {
    var wishes = new ArrayList<Wish>();
    var isFar = !input.get("target_region").equals(input.get("source_region"));
    may(wishes, 20, it -> it.put("snapshot_id", "latest").put("source_cluster_id", "orders"));
    may(wishes, 55, it -> it.put("instance_count", 2 + random.nextInt(2)));
    may(wishes, isFar ? 40 : 15, it -> it.put("kms_key_id", "alias/dr"));
    may(wishes, 25, it -> it.put("operation_id", "orders:drill"));
    may(wishes, 15, it -> it.put("cluster_id", "orders-restored"));
    may(wishes, 20, it -> it.put("manage_master_password", true));
    may(wishes, 8, it -> it.put("deletion_protection", true));
    may(wishes, 30, it -> it.put("expires_after_hours", 1 + random.nextInt(20)));
    may(wishes, 30, it -> it.put("on_failure", "clean_up"));
    may(wishes, 10, it -> it.put("min_capacity", 0.5).put("max_capacity", 8));
    may(wishes, 10, it -> it.put("instance_class", "db.r6g.xlarge"));
    may(wishes, 10, it -> it.put("port", 3307));
    may(wishes, 10, it -> it.put("backup_retention_days", 3));
    may(wishes, 10, it -> it.put("iam_authentication", true));
    may(wishes, 10, it -> it.putArray("log_exports").add("audit"));
    may(wishes, 10, it -> it.put("cluster_parameter_group", "orders-cluster"));
    may(wishes, 10, it -> it.put("instance_parameter_group", "orders-instance"));
    may(wishes, 10, it -> it.putObject("tags").put("cost-centre", "4711"));
    may(wishes, 10, it -> it.put("preferred_maintenance_window", "sun:03:00-sun:04:00"));
    may(wishes, 10, it -> it.put("copy_deadline_hours", 2));
    may(wishes, 10, it -> it.put("restore_deadline_hours", 1));
    may(wishes, 10, it -> it.put("instance_deadline_hours", 1));
    may(wishes, 2, it -> it.put("dry_run", true));
    return wishes;
  }

  private void may(List<Wish> wishes, int percent, Consumer<ObjectNode> keys) {
    if (random.nextInt(100) < percent) {
      var wish = Json.MAPPER.createObjectNode();
      keys.accept(wish);
      wishes.add(new Wish(wish));
    }
  }
}
