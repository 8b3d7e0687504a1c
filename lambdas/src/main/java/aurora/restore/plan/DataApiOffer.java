package aurora.restore.plan;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where the RDS Data API can be had (Aurora User Guide, "Supported Regions and Aurora DB engines
 * for RDS Data API" and "Limitations with RDS Data API", as of November 2026).
 */
final class DataApiOffer {
  /** Regions that have Aurora and no Data API. */
  private static final Set<String> WITHOUT =
      Set.of(
          "ap-east-2",
          "ap-south-2",
          "ap-southeast-4",
          "ap-southeast-6",
          "ca-west-1",
          "cn-north-1",
          "cn-northwest-1",
          "eu-central-2",
          "il-central-1",
          "mx-central-1",
          "us-gov-east-1",
          "us-gov-west-1");

  private static final Set<String> WITH =
      Set.of(
          "af-south-1",
          "ap-east-1",
          "ap-northeast-1",
          "ap-northeast-2",
          "ap-northeast-3",
          "ap-south-1",
          "ap-southeast-1",
          "ap-southeast-2",
          "ap-southeast-3",
          "ap-southeast-5",
          "ap-southeast-7",
          "ca-central-1",
          "eu-central-1",
          "eu-north-1",
          "eu-south-1",
          "eu-south-2",
          "eu-west-1",
          "eu-west-2",
          "eu-west-3",
          "me-central-1",
          "me-south-1",
          "sa-east-1",
          "us-east-1",
          "us-east-2",
          "us-west-1",
          "us-west-2");

  /** The least minor version of each major one of Aurora PostgreSQL; later majors have it all. */
  private static final Map<Integer, Integer> POSTGRESQL =
      Map.of(13, 11, 14, 8, 15, 3, 16, 1, 17, 4, 18, 3);

  private static final int FIRST_POSTGRESQL = 13;
  private static final int LAST_POSTGRESQL = 18;
  private static final int MYSQL = 3;
  private static final int LEAST_OF_MYSQL = 7;
  private static final Pattern OF_POSTGRESQL = Pattern.compile("(\\d+)\\.(\\d+).*");
  private static final Pattern OF_MYSQL =
      Pattern.compile("\\d+\\.\\d+\\.mysql_aurora\\.(\\d+)\\.(\\d+).*");
  private static final Pattern BURSTABLE = Pattern.compile("db\\.t\\d.*");

  private DataApiOffer() {}

  /** Empty where it isn't known. */
  static Optional<Boolean> inRegion(String region) {
    if (WITHOUT.contains(region)) {
      return Optional.of(false);
    }
    return WITH.contains(region) ? Optional.of(true) : Optional.empty();
  }

  /** Empty where the version is of a form that isn't known. */
  static Optional<Boolean> ofVersion(String engine, String version) {
    var form = "aurora-mysql".equals(engine) ? OF_MYSQL : OF_POSTGRESQL;
    var numbers = form.matcher(version);
    if (!numbers.matches()) {
      return Optional.empty();
    }
    var major = Integer.parseInt(numbers.group(1));
    var minor = Integer.parseInt(numbers.group(2));
    return Optional.of(form == OF_MYSQL ? isMySql(major, minor) : isPostgreSql(major, minor));
  }

  private static boolean isMySql(int major, int minor) {
    return major > MYSQL || (major == MYSQL && minor >= LEAST_OF_MYSQL);
  }

  private static boolean isPostgreSql(int major, int minor) {
    return major > LAST_POSTGRESQL || (major >= FIRST_POSTGRESQL && minor >= POSTGRESQL.get(major));
  }

  /** No class of the T family has it. */
  static boolean ofClass(String instanceClass) {
    return !BURSTABLE.matcher(instanceClass).matches();
  }
}
