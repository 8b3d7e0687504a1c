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
            ClusterProperties.OF_PLAN,
            ClusterProperties.OF_CAPACITY,
            ClusterProperties.OF_SETTINGS,
            InstanceProperties.OF_PLAN,
            InstanceProperties.OF_SETTINGS)
        .flatMap(List::stream)
        .map(check -> new Property(check.record(), check.component(), check.what()))
        .toList();
  }
}
