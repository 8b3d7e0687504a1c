package aurora.restore.stories;

import static aurora.restore.stories.Ending.assertRestored;
import static aurora.restore.stories.RunbookInput.CLUSTER;
import static aurora.restore.stories.RunbookInput.SNAPSHOT;
import static aurora.restore.stories.RunbookInput.input;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.world.Run;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What RDS would reset, carried over from the source, set by the input, or warned of. */
class CarriedOverTest {
  private static final String STANDARD_ONLY = "open-source-rds-extended-support-disabled";
  private static final String ROLE = "arn:aws:iam::111122223333:role/orders-load";

  @Test
  void settingsOfTheSourceAreCarriedOver() {
    try (var story = Story.withoutSource(input())) {
      story
          .source()
          .cluster(CLUSTER)
          .storageType("aurora-iopt1")
          .engineLifecycleSupport(STANDARD_ONLY)
          .backtrackSeconds(7_200)
          .windows("03:00-03:30", "sun:05:00-sun:05:30")
          .dataApi()
          .instance(
              "orders-a",
              "db.r6g.large",
              it -> it.performanceInsights(31, null).caCertificate("rds-ca-ecc384-g1"))
          .exists();
      story.source().snapshot(SNAPSHOT).of(CLUSTER).exists();

      var run = story.restore(input());

      assertRestored(story, run);
      var cluster = story.cluster(run);
      assertThat(cluster.storageType()).isEqualTo("aurora-iopt1");
      assertThat(cluster.engineLifecycleSupport()).isEqualTo(STANDARD_ONLY);
      assertThat(cluster.backtrackWindow()).isEqualTo(7_200);
      assertThat(cluster.preferredBackupWindow()).isEqualTo("03:00-03:30");
      assertThat(cluster.preferredMaintenanceWindow()).isEqualTo("sun:05:00-sun:05:30");
      assertThat(cluster.httpEndpointEnabled()).isTrue();
      var writer = story.instance(run, "orders-drill-1-1");
      assertThat(writer.performanceInsightsEnabled()).isTrue();
      assertThat(writer.performanceInsightsRetentionPeriod()).isEqualTo(31);
      assertThat(writer.caCertificateIdentifier()).isEqualTo("rds-ca-ecc384-g1");
    }
  }

  @Test
  void whatTheInputSaysComesBeforeTheSource() {
    var input =
        input()
            .with("storage_type", "aurora")
            .with("preferred_backup_window", "04:00-05:00")
            .with("enable_performance_insights", false)
            .with("auto_minor_version_upgrade", false)
            .with("engine_lifecycle_support", STANDARD_ONLY);
    try (var story = Story.withoutSource(input)) {
      story
          .source()
          .cluster(CLUSTER)
          .storageType("aurora-iopt1")
          .windows("03:00-03:30", "sun:04:15-sun:04:45")
          .instance("orders-a", "db.r6g.large", it -> it.performanceInsights(31, null))
          .exists();
      story.source().snapshot(SNAPSHOT).of(CLUSTER).exists();

      var run = story.restore(input);

      assertRestored(story, run);
      var cluster = story.cluster(run);
      assertThat(cluster.storageType()).as("RDS tells no standard storage").isNull();
      assertThat(cluster.engineLifecycleSupport()).isEqualTo(STANDARD_ONLY);
      assertThat(cluster.preferredBackupWindow()).isEqualTo("04:00-05:00");
      assertThat(cluster.preferredMaintenanceWindow())
          .as("the source's meets the backup window asked for")
          .isNotEqualTo("sun:04:15-sun:04:45");
      var writer = story.instance(run, "orders-drill-1-1");
      assertThat(writer.performanceInsightsEnabled()).isFalse();
      assertThat(writer.autoMinorVersionUpgrade()).isFalse();
    }
  }

  @Test
  void backupWindowOfTheSourceMakesWayForTheMaintenanceWindowAskedFor() {
    var input = input().with("preferred_maintenance_window", "sun:03:00-sun:04:00");
    try (var story = Story.withoutSource(input)) {
      story
          .source()
          .cluster(CLUSTER)
          .windows("03:00-03:30", "mon:08:00-mon:08:30")
          .instance("orders-a", "db.r6g.large")
          .exists();
      story.source().snapshot(SNAPSHOT).of(CLUSTER).exists();

      var run = story.restore(input);

      assertRestored(story, run);
      var cluster = story.cluster(run);
      assertThat(cluster.preferredMaintenanceWindow()).isEqualTo("sun:03:00-sun:04:00");
      assertThat(cluster.preferredBackupWindow()).isEqualTo("04:00-04:30");
      assertThat(run.output().toString()).contains("the source's backup window 03:00-03:30 meets");
    }
  }

  @Test
  void maintenanceWindowIsHadWhereNobodyKnowsTheSourcesBackupWindow() {
    var input = input().with("preferred_maintenance_window", "sun:23:30-mon:00:15");
    try (var story = Story.withoutSource(input)) {
      story.source().snapshot(SNAPSHOT).of(CLUSTER).exists();

      var run = story.restore(input);

      assertRestored(story, run);
      assertThat(story.cluster(run).preferredBackupWindow()).isEqualTo("00:15-00:45");
    }
  }

  @Test
  void aServerlessSourceIsRestoredWithItsCapacitiesAndThatIsTold() {
    try (var story = Story.withoutSource(input())) {
      story
          .source()
          .cluster(CLUSTER)
          .scaling(0, 8, 600)
          .instance("orders-a", "db.serverless")
          .exists();
      story.source().snapshot(SNAPSHOT).of(CLUSTER).exists();

      var run = story.restore(input());

      assertRestored(story, run);
      var scaling = story.cluster(run).serverlessV2ScalingConfiguration();
      assertThat(scaling.minCapacity()).isZero();
      assertThat(scaling.maxCapacity()).isEqualTo(8);
      assertThat(scaling.secondsUntilAutoPause()).isEqualTo(600);
      assertThat(warnings(run))
          .anyMatch(it -> it.contains("0.0 to 8.0 ACUs") && it.contains("600 idle seconds"));
    }
  }

  @Test
  void whatNoRestoreBringsBackIsOneWarningThatListsIt() {
    try (var story = Story.withoutSource(input())) {
      story.source().cluster(CLUSTER).instance("orders-a", "db.r6g.large").exists();
      story.source().snapshot(SNAPSHOT).of(CLUSTER).exists();
      story
          .source()
          .ties(
              CLUSTER, it -> it.associatedRole(ROLE).domain("d-1234567890").localWriteForwarding());

      var run = story.restore(input());

      assertRestored(story, run);
      assertThat(warnings(run))
          .filteredOn(it -> it.contains("no restore brings back"))
          .singleElement()
          .asString()
          .contains(ROLE, "d-1234567890", "local write forwarding")
          .doesNotContain("activity stream");
    }
  }

  @Test
  void aSourceThatIsGoneIsAWarning() {
    try (var story = Story.withoutSource(input())) {
      story.source().snapshot(SNAPSHOT).exists();

      var run = story.restore(input());

      assertRestored(story, run);
      assertThat(warnings(run)).anyMatch(it -> it.contains("is gone"));
    }
  }

  @Test
  void monitoringUnderARoleThatMayNotBePassedIsAWarning() {
    try (var story = Story.withoutSource(input())) {
      story
          .source()
          .cluster(CLUSTER)
          .instance("orders-a", "db.r6g.large", it -> it.monitoring(30, ROLE))
          .exists();
      story.source().snapshot(SNAPSHOT).of(CLUSTER).exists();

      var run = story.restore(input());

      assertRestored(story, run);
      assertThat(story.instance(run, "orders-drill-1-1").monitoringInterval()).isZero();
      assertThat(warnings(run)).anyMatch(it -> it.contains(ROLE));
    }
  }

  @Test
  void extendedSupportThatWouldCostIsAWarningUnlessItIsTurnedOff() {
    try (var story = Story.withoutSource(input())) {
      old(story);
      var run = story.restore(input());
      assertThat(warnings(run)).anyMatch(it -> it.contains(STANDARD_ONLY));
    }
    var off = input().with("engine_lifecycle_support", STANDARD_ONLY);
    try (var story = Story.withoutSource(off)) {
      old(story);
      var run = story.restore(off);
      assertThat(warnings(run)).noneMatch(it -> it.contains("Extended Support"));
    }
  }

  /** Standard support of 13 ended in February 2026. */
  private static void old(Story story) {
    story.source().engineVersion("aurora-postgresql", "13.18");
    story.target().engineVersion("aurora-postgresql", "13.18");
    story.source().snapshot(SNAPSHOT).engine("aurora-postgresql", "13.18").exists();
  }

  private static List<String> warnings(Run run) {
    var warnings = new ArrayList<String>();
    run.output().get("warnings").forEach(it -> warnings.add(it.asText()));
    return warnings;
  }
}
