package aurora.restore.simulation.rds;

import static aurora.restore.simulation.rds.RefusalAssert.assertRefused;
import static aurora.restore.simulation.rds.Rig.MYSQL;
import static aurora.restore.simulation.rds.Rig.VERSION;
import static aurora.restore.simulation.rds.Rig.instanceOf;
import static aurora.restore.simulation.rds.Rig.restoreOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DatabaseInsightsMode;
import software.amazon.awssdk.services.rds.model.ModifyDbClusterRequest;
import software.amazon.awssdk.services.rds.model.ModifyDbClusterResponse;
import software.amazon.awssdk.services.rds.model.RestoreDbClusterFromSnapshotRequest;

/** Settings that a restore resets unless its call names them. */
class OptionsTest {
  private static final String ROLE = "arn:aws:iam::111122223333:role/monitoring";

  private final Rig rig = new Rig();

  @Test
  void restoreThatNamesNothingGetsTheDefaultsWhateverTheSourceHad() {
    rig.west()
        .cluster("orders")
        .engine(MYSQL, VERSION)
        .network("dr", List.of("sg-dr"))
        .encryptedWith(rig.westKey.arn())
        .storageType("aurora-iopt1")
        .engineLifecycleSupport("open-source-rds-extended-support-disabled")
        .backtrackSeconds(3600)
        .windows("01:00-01:30", "sun:02:00-sun:02:30")
        .databaseInsightsMode("advanced")
        .dataApi()
        .ties(it -> it.associatedRole(ROLE).domain("d-1234567890").activityStream())
        .exists();
    rig.west().snapshot("s-1").of("orders").exists();

    assertThat(rig.snapshot("s-1").storageType()).isEqualTo("aurora-iopt1");
    var source = rig.cluster("orders");
    assertThat(source.storageType()).isEqualTo("aurora-iopt1");
    assertThat(source.preferredMaintenanceWindow()).isEqualTo("sun:02:00-sun:02:30");
    assertThat(source.databaseInsightsMode()).isEqualTo(DatabaseInsightsMode.ADVANCED);
    assertThat(source.httpEndpointEnabled()).isTrue();
    assertThat(source.associatedRoles()).hasSize(1);
    assertThat(source.domainMemberships().getFirst().domain()).isEqualTo("d-1234567890");

    var restored = rig.restore(restoreOf("s-1"));
    assertThat(restored.storageType()).as("RDS tells no standard storage").isNull();
    assertThat(restored.engineLifecycleSupport()).isEqualTo("open-source-rds-extended-support");
    assertThat(restored.networkType()).isEqualTo("IPV4");
    assertThat(restored.backtrackWindow()).as("off").isNull();
    assertThat(restored.preferredBackupWindow()).matches("\\d\\d:\\d\\d-\\d\\d:\\d\\d");
    assertThat(restored.preferredMaintenanceWindow()).matches("[a-z]{3}:\\S{5}-[a-z]{3}:\\S{5}");
    assertThat(restored.databaseInsightsMode()).isEqualTo(DatabaseInsightsMode.STANDARD);
    assertThat(restored.httpEndpointEnabled()).isFalse();
    assertThat(restored.associatedRoles()).isEmpty();
    assertThat(restored.domainMemberships()).isEmpty();
    assertThat(restored.activityStreamStatusAsString()).as("in creation").isNull();
  }

  @Test
  void restoreKeepsWhatItsCallNames() {
    rig.ec2.subnet(Rig.ACCOUNT, Rig.WEST, "subnet-a").orElseThrow().dualStack(true);
    rig.ec2.subnet(Rig.ACCOUNT, Rig.WEST, "subnet-b").orElseThrow().dualStack(true);
    rig.ec2.subnet(Rig.ACCOUNT, Rig.WEST, "subnet-c").orElseThrow().dualStack(true);
    var restored =
        rig.restore(
            restoreOf(rig.local())
                .storageType("aurora-iopt1")
                .engineMode("provisioned")
                .engineLifecycleSupport("open-source-rds-extended-support-disabled")
                .networkType("DUAL")
                .backtrackWindow(7200L)
                .preferredBackupWindow("23:45-00:15")
                .serverlessV2ScalingConfiguration(
                    it -> it.minCapacity(0.0).maxCapacity(8.0).secondsUntilAutoPause(600)));
    assertThat(restored.storageType()).isEqualTo("aurora-iopt1");
    assertThat(restored.engineMode()).isEqualTo("provisioned");
    assertThat(restored.engineLifecycleSupport())
        .isEqualTo("open-source-rds-extended-support-disabled");
    assertThat(restored.networkType()).isEqualTo("DUAL");
    assertThat(restored.backtrackWindow()).isEqualTo(7200);
    assertThat(restored.preferredBackupWindow()).isEqualTo("23:45-00:15");
    assertThat(restored.serverlessV2ScalingConfiguration().secondsUntilAutoPause()).isEqualTo(600);
  }

  @Test
  void restoreIsRefusedWhereAValueIsNone() {
    rig.local();
    refusedRestore("StorageTypeNotSupported", it -> it.storageType("gp3"));
    refusedRestore("InvalidParameterValue", it -> it.engineMode("serverless"));
    refusedRestore("InvalidParameterValue", it -> it.engineLifecycleSupport("none"));
    refusedRestore("InvalidParameterValue", it -> it.networkType("IPV6"));
    refusedRestore("NetworkTypeNotSupported", it -> it.networkType("DUAL"));
    refusedRestore("InvalidParameterValue", it -> it.backtrackWindow(259_201L));
    refusedRestore("InvalidParameterValue", it -> it.preferredBackupWindow("1:00-2:00"));
    refusedRestore("InvalidParameterValue", it -> it.preferredBackupWindow("01:00-01:15"));
  }

  private void refusedRestore(
      String code, Consumer<RestoreDbClusterFromSnapshotRequest.Builder> change) {
    var request = restoreOf("local-1");
    change.accept(request);
    assertRefused(code, () -> rig.restore(request));
  }

  @Test
  void maintenanceWindowIsStoredInLowerCaseAndKeptApartFromBackups() {
    rig.restored();
    modify(
        it ->
            it.preferredBackupWindow("04:00-04:30")
                .preferredMaintenanceWindow("Sun:23:45-Mon:00:15"));
    assertThat(rig.cluster("restored").preferredMaintenanceWindow())
        .isEqualTo("sun:23:45-mon:00:15");
    assertRefused(
        "InvalidParameterValue",
        () -> modify(it -> it.preferredMaintenanceWindow("sun:04:15-sun:05:15")));
    assertRefused(
        "InvalidParameterValue", () -> modify(it -> it.preferredMaintenanceWindow("day:1-day:2")));
    assertThat(rig.cluster("restored").preferredBackupWindow()).isEqualTo("04:00-04:30");
  }

  @Test
  void advancedDatabaseInsightsNeedFifteenMonthsOfPerformanceInsights() {
    rig.restored();
    rig.create(instanceOf("restored", "i-1"));
    rig.passHours(2);
    assertRefused(
        "InvalidParameterCombination",
        () -> modify(it -> it.databaseInsightsMode("advanced").applyImmediately(true)));
    modify(
        it ->
            it.databaseInsightsMode("advanced")
                .enablePerformanceInsights(true)
                .performanceInsightsRetentionPeriod(465)
                .applyImmediately(true));
    assertThat(rig.cluster("restored").status()).isEqualTo("modifying");
    rig.pass(Duration.ofMinutes(2));
    assertThat(rig.cluster("restored").status()).isEqualTo("available");
    assertThat(rig.cluster("restored").databaseInsightsMode())
        .isEqualTo(DatabaseInsightsMode.ADVANCED);
    assertThat(rig.instance("i-1").performanceInsightsRetentionPeriod()).isEqualTo(465);
  }

  @Test
  void snapshotOfAnotherEngineModeIsNotRestored() {
    rig.west().snapshot("v1").engine(MYSQL, VERSION).engineMode("serverless").exists();
    assertThat(rig.snapshot("v1").engineMode()).isEqualTo("serverless");
    assertRefused("InvalidParameterCombination", () -> rig.restore(restoreOf("v1")));
  }

  @Test
  void limitlessSnapshotIsNotRestored() {
    rig.west().snapshot("wide").engine("aurora-postgresql", "16.4-limitless").exists();
    assertRefused(
        "InvalidParameterCombination",
        () ->
            rig.restore(
                restoreOf("wide").engine("aurora-postgresql").engineVersion("16.4-limitless")));
  }

  @Test
  void snapshotThatIsBeingTakenShowsItsTimeUnlessItIsUntimed() {
    rig.west().snapshot("new").availableIn(Duration.ofHours(1)).exists();
    rig.west().snapshot("untimed").status("creating").untimed().exists();
    assertThat(rig.snapshot("new").snapshotCreateTime()).isNotNull();
    assertThat(rig.snapshot("untimed").snapshotCreateTime()).isNull();
    var copy = rig.copy(Rig.copyOf(rig.source()).kmsKeyId("alias/dr"));
    assertThat(copy.snapshotCreateTime()).isNull();
  }

  @Test
  void instanceHasWhatItsCallNames() {
    rig.restored();
    var instance =
        rig.create(
            instanceOf("restored", "i-1")
                .autoMinorVersionUpgrade(false)
                .monitoringInterval(15)
                .monitoringRoleArn(ROLE)
                .enablePerformanceInsights(true)
                .performanceInsightsRetentionPeriod(93)
                .performanceInsightsKMSKeyId("alias/dr")
                .caCertificateIdentifier("rds-ca-rsa4096-g1"));
    assertThat(instance.autoMinorVersionUpgrade()).isFalse();
    assertThat(instance.monitoringInterval()).isEqualTo(15);
    assertThat(instance.monitoringRoleArn()).isEqualTo(ROLE);
    assertThat(instance.performanceInsightsEnabled()).isTrue();
    assertThat(instance.performanceInsightsRetentionPeriod()).isEqualTo(93);
    assertThat(instance.performanceInsightsKMSKeyId()).isEqualTo(rig.westKey.arn());
    assertThat(instance.caCertificateIdentifier()).isEqualTo("rds-ca-rsa4096-g1");
  }

  @Test
  void instanceThatNamesNothingGetsTheDefaults() {
    rig.restored();
    var instance = rig.create(instanceOf("restored", "i-1"));
    assertThat(instance.autoMinorVersionUpgrade()).isTrue();
    assertThat(instance.monitoringInterval()).isZero();
    assertThat(instance.performanceInsightsEnabled()).isFalse();
    assertThat(instance.performanceInsightsKMSKeyId()).isNull();
    assertThat(instance.caCertificateIdentifier()).isEqualTo("rds-ca-rsa2048-g1");
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 94, 30, 744, 0})
  void performanceInsightsAreKeptWholeMonths(int days) {
    rig.restored();
    assertRefused(
        "InvalidParameterValue",
        () ->
            rig.create(
                instanceOf("restored", "i-1")
                    .enablePerformanceInsights(true)
                    .performanceInsightsRetentionPeriod(days)));
  }

  @Test
  void unknownCertificateAuthorityIsNotFound() {
    rig.restored();
    assertRefused(
        "CertificateNotFound",
        404,
        () -> rig.create(instanceOf("restored", "i-1").caCertificateIdentifier("rds-ca-2019")));
  }

  @Test
  void instanceOfTheSourceIsAsItWasDescribed() {
    rig.west()
        .cluster("orders")
        .engine(MYSQL, VERSION)
        .network("dr", List.of("sg-dr"))
        .instance(
            "o-1",
            "db.r6g.large",
            it ->
                it.autoMinorVersionUpgrade(false)
                    .monitoring(30, ROLE)
                    .performanceInsights(731, rig.westKey.arn())
                    .caCertificate("rds-ca-ecc384-g1")
                    .parameterGroup("tuned"))
        .exists();
    var writer = rig.instance("o-1");
    assertThat(writer.autoMinorVersionUpgrade()).isFalse();
    assertThat(writer.monitoringInterval()).isEqualTo(30);
    assertThat(writer.performanceInsightsRetentionPeriod()).isEqualTo(731);
    assertThat(writer.caCertificateIdentifier()).isEqualTo("rds-ca-ecc384-g1");
    assertThat(writer.dbParameterGroups().getFirst().dbParameterGroupName()).isEqualTo("tuned");
  }

  private DBCluster modify(Consumer<ModifyDbClusterRequest.Builder> change) {
    var request = ModifyDbClusterRequest.builder().dbClusterIdentifier("restored");
    change.accept(request);
    return rig.call("ModifyDBCluster", request.build(), ModifyDbClusterResponse.class).dbCluster();
  }
}
