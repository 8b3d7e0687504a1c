package aurora.restore.trial.invariant;

import aurora.restore.simulation.rds.Resource;
import java.util.List;

/** No call of the pipeline is aimed at what was in the source region before. */
final class SourceIsUntouched implements Invariant {
  @Override
  public void onChange(Observed evidence, Change change) {
    var region = evidence.scene().input().path("source_region").asText();
    var isThere =
        inRegion(evidence.before(), region).stream()
            .anyMatch(it -> it.arn().equals(change.target().arn()));
    if (isThere) {
      evidence.violated(this, change.toString());
    }
  }

  private static List<Resource> inRegion(List<Resource> all, String region) {
    return all.stream().filter(it -> it.region().equals(region)).toList();
  }
}
