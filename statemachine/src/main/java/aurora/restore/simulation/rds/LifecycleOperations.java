package aurora.restore.simulation.rds;

import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Service;
import aurora.restore.simulation.strict.Members;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.rds.model.DBMajorEngineVersion;
import software.amazon.awssdk.services.rds.model.DescribeDbMajorEngineVersionsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbMajorEngineVersionsResponse;
import software.amazon.awssdk.services.rds.model.LifecycleSupportName;
import software.amazon.awssdk.services.rds.model.SupportedEngineLifecycle;

/** How long AWS supports a major version (Aurora User Guide, the engines' release calendars). */
final class LifecycleOperations {
  private static final Set<String> MODELLED = Set.of("Engine", "MajorEngineVersion");

  /** Extended Support goes on for so long after standard support. */
  private static final int EXTENDED_YEARS = 3;

  private record Life(LocalDate began, LocalDate standardEnds) {}

  private static final Map<String, Life> MYSQL =
      new TreeMap<>(
          Map.of(
              "5.7", new Life(LocalDate.of(2018, 2, 1), LocalDate.of(2024, 10, 31)),
              "8.0", new Life(LocalDate.of(2021, 11, 1), LocalDate.of(2028, 4, 30))));

  private static final Map<String, Life> POSTGRESQL =
      new TreeMap<>(
          Map.of(
              "12", new Life(LocalDate.of(2021, 1, 1), LocalDate.of(2025, 2, 28)),
              "13", new Life(LocalDate.of(2021, 8, 1), LocalDate.of(2026, 2, 28)),
              "14", new Life(LocalDate.of(2022, 6, 1), LocalDate.of(2027, 2, 28)),
              "15", new Life(LocalDate.of(2023, 4, 1), LocalDate.of(2028, 2, 29)),
              "16", new Life(LocalDate.of(2024, 1, 1), LocalDate.of(2029, 2, 28)),
              "17", new Life(LocalDate.of(2025, 5, 1), LocalDate.of(2030, 2, 28))));

  void register(Service service) {
    service.on(
        "DescribeDBMajorEngineVersions",
        DescribeDbMajorEngineVersionsRequest::builder,
        this::describe);
  }

  /** One page: the whole list is shorter than the smallest one. */
  private DescribeDbMajorEngineVersionsResponse describe(
      Caller caller, DescribeDbMajorEngineVersionsRequest request) {
    Members.of(request).modelled(MODELLED).required("Engine");
    var engine = AuroraEngine.named(request.engine());
    var lives =
        switch (engine) {
          case AURORA_MYSQL -> MYSQL;
          case AURORA_POSTGRESQL -> POSTGRESQL;
        };
    return DescribeDbMajorEngineVersionsResponse.builder()
        .dbMajorEngineVersions(
            lives.entrySet().stream()
                .filter(
                    it ->
                        request.majorEngineVersion() == null
                            || Objects.equals(request.majorEngineVersion(), it.getKey()))
                .map(it -> view(engine, it.getKey(), it.getValue()))
                .toList())
        .build();
  }

  private static DBMajorEngineVersion view(AuroraEngine engine, String major, Life life) {
    return DBMajorEngineVersion.builder()
        .engine(engine.wireName)
        .majorEngineVersion(major)
        .supportedEngineLifecycles(
            lifecycle(
                LifecycleSupportName.OPEN_SOURCE_RDS_STANDARD_SUPPORT,
                life.began(),
                life.standardEnds()),
            lifecycle(
                LifecycleSupportName.OPEN_SOURCE_RDS_EXTENDED_SUPPORT,
                life.standardEnds(),
                life.standardEnds().plusYears(EXTENDED_YEARS)))
        .build();
  }

  private static SupportedEngineLifecycle lifecycle(
      LifecycleSupportName name, LocalDate from, LocalDate to) {
    return SupportedEngineLifecycle.builder()
        .lifecycleSupportName(name)
        .lifecycleSupportStartDate(midnight(from))
        .lifecycleSupportEndDate(midnight(to))
        .build();
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
