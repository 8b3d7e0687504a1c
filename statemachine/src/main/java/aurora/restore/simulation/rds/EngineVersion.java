package aurora.restore.simulation.rds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A version of an engine, and what follows from its number.
 *
 * @param version e.g. {@code 8.0.mysql_aurora.3.08.2}, {@code 16.6}; of an Aurora PostgreSQL
 *     Limitless Database {@code 16.4-limitless}, which no catalogue here offers
 */
record EngineVersion(AuroraEngine engine, String version) implements Comparable<EngineVersion> {
  EngineVersion {
    var form =
        switch (engine) {
          case AURORA_MYSQL -> "[58]\\.[07]\\.mysql_aurora\\.\\d+\\.\\d+\\.\\d+";
          case AURORA_POSTGRESQL -> "\\d+\\.\\d+(-limitless)?";
        };
    if (!version.matches(form)) {
      throw new IllegalArgumentException(
          "%s has no versions like %s".formatted(engine.wireName, version));
    }
  }

  /** {@code 8.0} or {@code 16}. */
  String major() {
    return switch (engine) {
      case AURORA_MYSQL -> version.substring(0, 3);
      case AURORA_POSTGRESQL -> version.substring(0, version.indexOf('.'));
    };
  }

  String family() {
    return engine.wireName + major();
  }

  /** Zero, where Serverless can pause by itself (User Guide, Aurora Serverless v2 auto-pause). */
  double minCapacityAcu() {
    return switch (engine) {
      case AURORA_MYSQL -> isAtLeast(3, 8) ? 0 : 0.5;
      case AURORA_POSTGRESQL -> isMinorOf(13, 15, 14, 12, 15, 7, 16, 3) ? 0 : 0.5;
    };
  }

  double maxCapacityAcu() {
    return switch (engine) {
      case AURORA_MYSQL -> isAtLeast(3, 6) ? 256 : 128;
      case AURORA_POSTGRESQL -> isMinorOf(13, 13, 14, 10, 15, 5, 16, 1) ? 256 : 128;
    };
  }

  /** Whether the Data API serves it (User Guide, Data API: Region and version availability). */
  boolean servesDataApi() {
    return switch (engine) {
      case AURORA_MYSQL -> isAtLeast(3, 7);
      case AURORA_POSTGRESQL -> isMinorOf(13, 11, 14, 8, 15, 3, 16, 1, 17, 4);
    };
  }

  /**
   * Whether its storage can be I/O-Optimized (User Guide, Aurora storage configurations): MySQL
   * from 3.03.1, PostgreSQL from 13.10, 14.7 and 15.2.
   */
  boolean servesOptimizedIo() {
    return switch (engine) {
      case AURORA_MYSQL -> isAtLeast(3, 3);
      case AURORA_POSTGRESQL -> isMinorOf(13, 10, 14, 7, 15, 2);
    };
  }

  /** A restore may keep the version or raise it, and never lower it. */
  boolean canBecome(EngineVersion other) {
    return engine == other.engine && compareTo(other) <= 0;
  }

  @Override
  public int compareTo(EngineVersion other) {
    var byEngine = engine.compareTo(other.engine);
    return byEngine != 0 ? byEngine : Arrays.compare(numbers(), other.numbers());
  }

  private boolean isAtLeast(int first, int second) {
    var numbers = numbers();
    var own = new int[] {numbers[numbers.length - 3], numbers[numbers.length - 2]};
    return Arrays.compare(own, new int[] {first, second}) >= 0;
  }

  /** Pairs of major and least minor; a major beyond the last pair has everything. */
  private boolean isMinorOf(int... majorsAndMinors) {
    var numbers = numbers();
    for (int i = 0; i < majorsAndMinors.length; i += 2) {
      if (numbers[0] == majorsAndMinors[i]) {
        return numbers[1] >= majorsAndMinors[i + 1];
      }
    }
    return numbers[0] > majorsAndMinors[majorsAndMinors.length - 2];
  }

  private int[] numbers() {
    List<Integer> numbers = new ArrayList<>();
    for (var part : version.split("[^0-9]+")) {
      if (!part.isEmpty()) {
        numbers.add(Integer.parseInt(part));
      }
    }
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }
}
