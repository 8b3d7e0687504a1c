package aurora.restore.simulation.rds;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What Aurora has or had to offer, in whatever region: to tell a slip from an old version or class.
 */
public final class Offer {
  private static final EngineCatalogue USUAL = new EngineCatalogue(List.of());
  private static final Pattern CLASS =
      Pattern.compile(
          "db\\.(t2|t3|t4g|r3|r4|r5|r6g|r6gd|r6i|r6id|r7g|r7i|r8g|x2g)"
              + "\\.(small|medium|large|[248]?xlarge|(12|16|24|32|48)xlarge)");

  /** Minor releases of Aurora MySQL, by the number before the last: 3.01 to 3.15. */
  private static final Map<Integer, Integer> MYSQL_LAST_MINOR = Map.of(2, 12, 3, 15);

  /** Minor versions of Aurora PostgreSQL: the community's, and a few to come. */
  private static final Map<Integer, Integer> POSTGRESQL_LAST_MINOR =
      Map.of(10, 21, 11, 22, 12, 22, 13, 25, 14, 26, 15, 22, 16, 18, 17, 14, 18, 10);

  private Offer() {}

  public static List<String> engines() {
    return Stream.of(AuroraEngine.values()).map(engine -> engine.wireName).toList();
  }

  /** Versions that a region usually offers. */
  public static List<String> versions(String engine) {
    return USUAL.versions(AuroraEngine.named(engine)).stream().map(EngineVersion::version).toList();
  }

  /** Whether there is or was such a version, also one that no region offers any more. */
  public static boolean hasVersion(String engine, String version) {
    if (versions(engine).contains(version)) {
      return true;
    }
    return switch (AuroraEngine.named(engine)) {
      case AURORA_MYSQL -> {
        var parts = Pattern.compile("(5\\.7|8\\.0)\\.mysql_aurora\\.([23])\\.(\\d\\d)\\.\\d{1,2}");
        var match = parts.matcher(version);
        yield match.matches()
            && match.group(1).equals(match.group(2).equals("2") ? "5.7" : "8.0")
            && isUpTo(MYSQL_LAST_MINOR, match.group(2), match.group(3));
      }
      case AURORA_POSTGRESQL -> {
        var match = Pattern.compile("(\\d{2})\\.(\\d{1,2})(-limitless)?").matcher(version);
        yield match.matches() && isUpTo(POSTGRESQL_LAST_MINOR, match.group(1), match.group(2));
      }
    };
  }

  /** Classes that a region usually offers. */
  public static List<String> classes() {
    return List.copyOf(USUAL.zonesByClass().keySet());
  }

  /** Whether there is or was such a class. */
  public static boolean hasClass(String instanceClass) {
    return classes().contains(instanceClass) || CLASS.matcher(instanceClass).matches();
  }

  /** Parameter group families. */
  public static List<String> families() {
    return USUAL.familyRepresentatives().stream().map(EngineVersion::family).toList();
  }

  /** Names the first thing that RDS wouldn't take of these tags; null where it takes them all. */
  public static String refusedTag(Map<String, String> tags) {
    return TagLimits.firstRefusal(tags);
  }

  /** Whether it is a window for backups, {@code hh24:mi-hh24:mi}, of at least 30 minutes. */
  public static boolean isBackupWindow(String window) {
    return Windows.isBackup(window);
  }

  /** Whether it is a window for maintenance, {@code ddd:hh24:mi-ddd:hh24:mi}. */
  public static boolean isMaintenanceWindow(String window) {
    return Windows.isMaintenance(window);
  }

  /** Whether RDS keeps Performance Insights for so many days. */
  public static boolean isInsightsRetention(int days) {
    return OptionRules.isInsightsRetention(days);
  }

  private static boolean isUpTo(Map<Integer, Integer> last, String major, String minor) {
    return Integer.parseInt(minor) <= last.getOrDefault(Integer.valueOf(major), -1);
  }
}
