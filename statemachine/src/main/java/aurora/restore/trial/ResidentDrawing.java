package aurora.restore.trial;

import aurora.restore.operation.Ownership;
import aurora.restore.trial.act.Resident;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Draws what else is there. */
final class ResidentDrawing {
  private static final int EACH_PERCENT = 25;
  private static final int MANY_PERCENT = 6;
  private static final Map<String, String> NOBODYS = Map.of();
  private static final Map<String, String> ANOTHERS = Map.of(Ownership.TAG, "another");

  private final SplittableRandom random;

  ResidentDrawing(SplittableRandom random) {
    this.random = random;
  }

  List<Resident> drawn(ObjectNode input) {
    var region = input.get("target_region").asText();
    var residents = new ArrayList<Resident>();
    may(residents, new Resident.Cluster("invoices", NOBODYS));
    may(residents, new Resident.Cluster("orders-another", ANOTHERS));
    may(residents, new Resident.Snapshot("orders-newer", 1, "creating"));
    may(residents, new Resident.Snapshot("orders-newest", 2, "failed"));
    may(residents, new Resident.Snapshot("orders-older", 30, "available"));
    may(residents, new Resident.EarlierCopy("aurora-restore-earlier", 3, ANOTHERS));
    may(residents, new Resident.SnapshotThere("aurora-restore-by-hand-" + region, NOBODYS));
    may(residents, new Resident.SnapshotThere("aurora-restore-another", ANOTHERS));
    if (random.nextInt(100) < MANY_PERCENT) {
      residents.add(new Resident.ManySnapshots(110));
    }
    return residents;
  }

  private void may(List<Resident> residents, Resident resident) {
    if (random.nextInt(100) < EACH_PERCENT) {
      residents.add(resident);
    }
  }
}
