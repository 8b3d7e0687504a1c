package aurora.restore.verify;

import java.util.List;
import java.util.stream.Stream;

/**
 * What Verify Restore compares: everything that the plan decides of a cluster and its instances.
 */
public final class Checks {

  /**
   * A component of one of the plan's records that is compared.
   *
   * @param what how a difference calls it, e.g. {@code engine version}
   */
  public record Property(Class<? extends Record> record, String component, String what) {

    @Override
    public String toString() {
      return record.getSimpleName() + "." + component;
    }
  }

  private Checks() {}

  public static List<Property> properties() {
    return Stream.of(
            ClusterChecks.OF_PLAN,
            ClusterChecks.OF_CAPACITY,
            ClusterChecks.OF_SETTINGS,
            InstanceChecks.OF_PLAN,
            InstanceChecks.OF_SETTINGS)
        .flatMap(List::stream)
        .map(check -> new Property(check.record(), check.component(), check.what()))
        .toList();
  }
}
