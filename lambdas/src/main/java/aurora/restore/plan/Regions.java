package aurora.restore.plan;

import aurora.restore.input.Spelling;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.regions.Region;

/** Which regions there are, by the SDK's own list. AWS opens new ones after a list is written. */
public final class Regions {
  /** So many letters apart, two names are taken for one and its slip. */
  private static final int SLIP = 2;

  private Regions() {}

  public static boolean isKnown(String region) {
    return known().contains(region);
  }

  /**
   * The region that a slip stands for: what differs from a known one by its number alone, or by a
   * letter or two. Empty for a known region, and for one that may be newer than the list.
   */
  static Optional<String> meant(String region) {
    if (isKnown(region)) {
      return Optional.empty();
    }
    var nearest = Spelling.nearest(region, known());
    var isSlip =
        Spelling.distance(region, nearest) <= SLIP
            || known().stream().anyMatch(it -> stem(it).equals(stem(region)));
    return Optional.of(nearest).filter(it -> isSlip);
  }

  /** Without pseudo-regions such as aws-global. */
  public static List<String> known() {
    return Region.regions().stream()
        .filter(region -> !region.isGlobalRegion())
        .map(Region::id)
        .sorted()
        .toList();
  }

  private static String stem(String region) {
    return region.replaceAll("-[0-9]+$", "");
  }
}
