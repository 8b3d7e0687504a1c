package aurora.restore.stories.preflight;

import static aurora.restore.stories.Ending.assertFailed;
import static aurora.restore.stories.Ending.assertSucceeded;
import static aurora.restore.stories.preflight.Scene.MYSQL;
import static aurora.restore.stories.preflight.Scene.OTHER_ACCOUNT;
import static aurora.restore.stories.preflight.Scene.VERSION;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.error.AccessDenied;
import aurora.restore.simulation.rds.Quota;
import aurora.restore.stories.Calls;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreflightTest {
  @ParameterizedTest
  @EnumSource(Defect.class)
  void eachDefectStopsTheRestoreBeforeAnythingIsMadeAndIsTheResultOfADryRun(Defect defect) {
    try (var scene = defect.scene()) {
      assertThat(scene.refusal()).contains("preflight: 1 finding: ").contains(defect.summary());
      assertThat(scene.dryRunFindings()).singleElement().asString().contains(defect.summary());
    }
  }

  @Test
  void manyDefectsAreToldInOneMessageInTheErrorAndInTheDryRun() {
    try (var scene = manyDefects()) {
      var told =
          List.of(
              "max_snapshot_age_hours: ",
              "kms_key_id: no key alias/typo",
              "engine_version: 8.0.mysql_aurora.3.04.0 is lower",
              "instance_class: db.r8g.large can't be ordered",
              "operation_id: subnet group aurora-restore-drill-1 in us-west-2 is taken",
              "subnet_ids: subnet-9 doesn't exist",
              "security_group_ids: sg-9 doesn't exist",
              "cluster_parameter_group: no group mine",
              "instance_count: quota DBInstances");
      assertThat(scene.refusal()).contains("preflight: 9 findings: ").contains(told);
      var findings = scene.dryRunFindings();
      assertThat(findings).hasSize(9);
      assertThat(String.join("\n", findings)).contains(told);
    }
  }

  private static Scene manyDefects() {
    return Scene.of(it -> it.put("instance_count", 2))
        .with(it -> it.target().withoutClass("db.r8g.large"))
        .with(it -> it.target().used(Quota.INSTANCES, 40))
        .with(
            it ->
                it.target()
                    .subnetGroup(
                        Scene.COPY, List.of("subnet-1", "subnet-2"), Scene.ownedBy("drill-0")))
        .asking(it -> it.put("max_snapshot_age_hours", 1))
        .asking(it -> it.put("kms_key_id", "alias/typo"))
        .asking(it -> it.put("engine_version", "8.0.mysql_aurora.3.04.0"))
        .asking(it -> it.put("instance_class", "db.r8g.large"))
        .asking(it -> it.withArray("subnet_ids").add("subnet-9"))
        .asking(it -> it.withArray("security_group_ids").add("sg-9"))
        .asking(it -> it.put("cluster_parameter_group", "mine"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aMissingSnapshotHidesNothingThatDoesNotDependOnItAndLeavesADryRunNoPlan(boolean dryRun) {
    try (var scene =
        Scene.of()
            .with(it -> it.target().used(Quota.CLUSTERS, 40))
            .asking(it -> it.put("snapshot_id", "typo"))
            .asking(it -> it.put("kms_key_id", "alias/typo"))
            .asking(it -> it.put("vpc_id", "vpc-2"))
            .asking(it -> it.put("instance_parameter_group", "mine"))) {
      if (dryRun) {
        scene.asking(it -> it.put("dry_run", true));
      }
      assertThat(scene.refusal())
          .contains("snapshot_id: no snapshot typo in us-east-1")
          .contains("kms_key_id: no key alias/typo")
          .contains("subnet_ids: subnet-1 is in vpc-1, not in vpc_id vpc-2")
          .contains("security_group_ids: sg-1 is in vpc-1, not in vpc_id vpc-2")
          .contains("instance_parameter_group: no group mine")
          .contains("target_region: quota DBClusters");
    }
  }

  @Test
  void aSnapshotThatIsNotSharedIsRefusedWithWhatItsAccountHasToDo() {
    var arn = "arn:aws:rds:us-east-1:" + OTHER_ACCOUNT + ":cluster-snapshot:orders-1";
    try (var scene = Scene.of().asking(it -> it.put("snapshot_id", arn))) {
      assertThat(scene.refusal())
          .contains("snapshot_id: no snapshot " + arn + " in us-east-1")
          .contains("have its account share it with account 111122223333")
          .contains("aws/rds");
    }
  }

  @Test
  void noSnapshotOfTheClusterIsToldWithTheRest() {
    try (var scene =
        Scene.of()
            .with(
                it ->
                    it.target()
                        .cluster("sales-drill-1")
                        .engine(MYSQL, VERSION)
                        .tag("owner", "sales")
                        .exists())
            .asking(it -> it.put("snapshot_id", "latest").put("source_cluster_id", "sales"))) {
      assertThat(scene.refusal())
          .contains("source_cluster_id: no available snapshot of cluster sales in us-east-1")
          .contains("cluster_id: cluster sales-drill-1 in us-west-2 is taken");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ec2:DescribeSubnets, subnets weren't checked",
        "ec2:DescribeSecurityGroups, security groups weren't checked",
        "kms:DescribeKey, key " + Scene.KEY + " in us-west-2 wasn't checked",
        "rds:DescribeDBEngineVersions, whether aurora-mysql 8.0.mysql_aurora.3.08.0 is offered in"
            + " us-west-2 wasn't checked",
        "rds:DescribeOrderableDBInstanceOptions, whether class db.r6g.large can be ordered wasn't"
            + " checked",
        "rds:DescribeDBClusters, whether cluster orders-drill-1 exists wasn't checked",
        "rds:DescribeDBInstances, whether instances orders-drill-1-1 exist wasn't checked",
        "rds:DescribeDBSubnetGroups, whose subnet group aurora-restore-drill-1 is, if it exists,"
            + " wasn't checked",
        "rds:DescribeDBClusterParameterGroups, cluster_parameter_group wasn't checked",
        "rds:DescribeDBParameterGroups, instance_parameter_group wasn't checked",
        "rds:DescribeAccountAttributes, quotas weren't checked"
      })
  void aDeniedLookIsAWarningThatNamesThePermissionAndTheRestoreGoesOn(String row) {
    var action = row.substring(0, row.indexOf(','));
    var unchecked = row.substring(row.indexOf(',') + 2);
    try (var scene = everythingNamed(new Calls().denying(action))) {
      assertThat(scene.warnings()).contains(action + " is denied: " + unchecked);
    }
  }

  @Test
  void everyLookButThatForTheSnapshotMayBeDenied() {
    var calls =
        new Calls()
            .denying(
                "ec2:DescribeSubnets",
                "ec2:DescribeSecurityGroups",
                "kms:DescribeKey",
                "rds:DescribeDBEngineVersions",
                "rds:DescribeOrderableDBInstanceOptions",
                "rds:DescribeDBClusters",
                "rds:DescribeDBInstances",
                "rds:DescribeDBSubnetGroups",
                "rds:DescribeDBClusterParameterGroups",
                "rds:DescribeDBParameterGroups",
                "rds:DescribeAccountAttributes");
    try (var scene = everythingNamed(calls)) {
      assertThat(scene.warnings()).filteredOn(it -> it.contains("is denied")).hasSize(13);
    }
  }

  @Test
  void aDeniedLookForTheSnapshotEndsTheRestore() {
    try (var scene = Scene.of(it -> {}, new Calls().denying("rds:DescribeDBClusterSnapshots"))) {
      var run = scene.run();
      assertFailed(run, AccessDenied.class);
      assertThat(run.errorMessage())
          .contains("rds:DescribeDBClusterSnapshots")
          .contains("allow rds:DescribeDBClusterSnapshots to the role of PlanRestore");
    }
  }

  @Test
  void aClassThatSomeZonesLackIsAWarning() {
    try (var scene =
        Scene.of().with(it -> it.target().instanceClass("db.r6g.large", List.of("us-west-2b")))) {
      assertThat(scene.warnings())
          .contains(
              "db.r6g.large can't be had in us-west-2a, us-west-2c: all instances will be in the"
                  + " other zones of subnet_ids");
    }
  }

  @Test
  void aDeprecatedVersionIsAWarning() {
    try (var scene = Scene.of().with(it -> it.target().deprecatedEngineVersion(MYSQL, VERSION))) {
      assertThat(scene.warnings())
          .contains(
              "aurora-mysql 8.0.mysql_aurora.3.08.0 is deprecated in us-west-2: RDS may refuse it,"
                  + " name a later engine_version");
    }
  }

  @Test
  void whatAnEarlierExecutionOfTheOperationLeftIsAdoptedAndNeedsNoRoom() {
    try (var scene = everythingNamed(new Calls())) {
      scene.input.put("operation_id", "drill-1");
      assertThat(scene.warnings()).isEmpty();
      var before = scene.world().resources();
      scene
          .target()
          .quota(Quota.MANUAL_CLUSTER_SNAPSHOTS, 1)
          .quota(Quota.SUBNET_GROUPS, 1)
          .quota(Quota.CLUSTERS, 1)
          .quota(Quota.INSTANCES, 1);
      var again = scene.world().restore("second-try", scene.input);
      assertSucceeded(again);
      assertThat(scene.world().resources()).isEqualTo(before);
    }
  }

  @Test
  void aGoodDayHasNoFindingsFewCallsAndLittleTime() {
    try (var scene = everythingNamed(new Calls())) {
      scene.input.put("engine_version", "8.0.mysql_aurora.3.10.0").put("instance_count", 16);
      var began = scene.world().now();
      assertThat(scene.dryRunFindings()).isEmpty();
      assertThat(scene.calls().planning()).hasSizeBetween(12, 24);
      assertThat(scene.world().now()).isBefore(began.plusSeconds(10));
    }
  }

  /** An encrypted snapshot, and an input that names both parameter groups. */
  private static Scene everythingNamed(Calls calls) {
    return Scene.of(
        it ->
            it.put("kms_key_id", Scene.KEY)
                .put("cluster_parameter_group", "ours-cluster")
                .put("instance_parameter_group", "ours-instance"),
        calls);
  }
}
