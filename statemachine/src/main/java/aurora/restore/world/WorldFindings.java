package aurora.restore.world;

import aurora.restore.input.Spelling;
import aurora.restore.plan.Regions;
import aurora.restore.simulation.rds.Offer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with a world's file, each with its place, e.g. {@code snapshots[0].status}. */
final class WorldFindings {
  private static final String ACCOUNT = "[0-9]{12}";

  private final List<String> found = new ArrayList<>();
  private final Map<String, String> placesByName = new HashMap<>();

  List<String> all() {
    return List.copyOf(found);
  }

  void add(String place, String what) {
    found.add(place + ": " + what);
  }

  boolean given(String place, Object value) {
    if (value == null) {
      add(place, "is required");
    }
    return value != null;
  }

  /** A value that may be left out, but is one of these where it is there. */
  void oneOf(String place, String value, Collection<String> valid) {
    if (value != null && !valid.contains(value)) {
      add(
          place,
          "%s isn't known, the nearest is %s".formatted(value, Spelling.nearest(value, valid)));
    }
  }

  void between(String place, Number value, double least, double most) {
    if (value != null && (value.doubleValue() < least || value.doubleValue() > most)) {
      add(place, "%s isn't between %s and %s".formatted(value, plain(least), plain(most)));
    }
  }

  void atLeast(String place, Number value, int least) {
    if (value != null && value.doubleValue() < least) {
      add(place, "%s is less than %d".formatted(value, least));
    }
  }

  void region(String place, String region) {
    if (given(place, region)) {
      oneOf(place, region, Regions.known());
    }
  }

  void account(String place, String account) {
    if (account != null && !account.matches(ACCOUNT)) {
      add(place, account + " isn't an account: twelve digits");
    }
  }

  /**
   * A zone of a region: its name and a letter. The simulation's regions have three zones, and those
   * that subnets name.
   */
  void zone(String place, String zone, String region) {
    if (given(place, zone) && region != null && !zone.matches(region + "[a-f]")) {
      add(
          place,
          "%s isn't a zone of %s, the nearest is %s"
              .formatted(
                  zone,
                  region,
                  Spelling.nearest(zone, List.of(region + "a", region + "b", region + "c"))));
    }
  }

  void instanceClass(String place, String instanceClass) {
    if (instanceClass != null && !Offer.hasClass(instanceClass)) {
      add(
          place,
          "there is no class %s, the nearest is %s"
              .formatted(instanceClass, Spelling.nearest(instanceClass, Offer.classes())));
    }
  }

  /**
   * @param engine where it isn't one, that is found elsewhere
   */
  void engineVersion(String place, String engine, String version) {
    if (engine != null
        && version != null
        && Offer.engines().contains(engine)
        && !Offer.hasVersion(engine, version)) {
      add(
          place,
          "there is no %s %s, the nearest is %s"
              .formatted(engine, version, Spelling.nearest(version, Offer.versions(engine))));
    }
  }

  void tags(String place, Map<String, String> tags) {
    if (tags != null) {
      var refused = Offer.refusedTag(tags);
      if (refused != null) {
        add(place, refused);
      }
    }
  }

  /**
   * @param name what no two places may say, e.g. {@code snapshot orders-1 in us-east-1}
   */
  void once(String place, String name) {
    var other = placesByName.putIfAbsent(name, place);
    if (other != null) {
      add(place, "there is a %s already, at %s".formatted(name, other));
    }
  }

  private static String plain(double number) {
    return number == Math.rint(number)
        ? Long.toString(Math.round(number))
        : Double.toString(number);
  }
}
