package aurora.restore.infra.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import aurora.restore.audit.Schema;
import aurora.restore.infra.Synthesized;
import aurora.restore.infra.Synthesized.Statement;
import aurora.restore.machine.Machine;
import aurora.restore.operation.Ownership;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PermissionsTest {
  private static final String MADE_TAGGED =
      "{\"Null\":{\"aws:RequestTag/" + Ownership.TAG + "\":\"false\"}}";
  private static final String TAGGED_AS_OURS =
      "{\"Null\":{\"aws:ResourceTag/" + Ownership.TAG + "\":\"false\"}}";

  private static final String INHERITED_TAGS = "{\"Bool\":{\"rds:TagsFromRequest\":\"false\"}}";

  /** What allows such an action. */
  private static List<Statement> with(Synthesized stack, Predicate<String> action) {
    return stack.statements().stream()
        .filter(Statement::isAllowed)
        .filter(statement -> statement.actions().stream().anyMatch(action))
        .toList();
  }

  @Test
  void everyFunctionHasARoleOfItsOwn() {
    var stack = Synthesized.awsOwned();

    var roles =
        stack.resources("AWS::Lambda::Function").stream()
            .map(function -> function.properties().at("/Role/Fn::GetAtt/0").asText())
            .toList();
    assertThat(roles).doesNotHaveDuplicates().hasSize(Synthesized.functions().size());
    assertThat(stack.resources("AWS::IAM::Role"))
        .filteredOn(role -> roles.contains(role.id()))
        .hasSameSizeAs(roles)
        .allSatisfy(role -> assertThat(role.properties().has("ManagedPolicyArns")).isFalse());
  }

  @Test
  void everyFunctionWritesToItsOwnLogsAlone() {
    var stack = Synthesized.awsOwned();
    for (var function : Synthesized.functions().keySet()) {
      var logs = stack.resource("AWS::Logs::LogGroup", function + "Logs");
      assertThat(stack.statementsOf(function + "Role"))
          .filteredOn(
              statement -> statement.actions().stream().anyMatch(a -> a.startsWith("logs:")))
          .singleElement()
          .satisfies(
              statement -> {
                assertThat(statement.resources()).hasSize(1);
                assertThat(statement.isOn(logs)).isTrue();
              });
    }
  }

  @Test
  void noActionIsAPattern() {
    assertThat(Synthesized.both())
        .flatExtracting(Synthesized::statements)
        .flatExtracting(Statement::actions)
        .isNotEmpty()
        .noneMatch(action -> action.contains("*"));
  }

  @Test
  void theAuditTrailIsAddedToAndReadByTheReaperAndForEvidenceAlone() {
    for (var stack : Synthesized.both()) {
      var audit = stack.resource("AWS::DynamoDB::Table", "AuditTable");
      assertThat(stack.statements())
          .filteredOn(statement -> statement.isOn(audit))
          .filteredOn(statement -> !statement.owner().startsWith("PurgeRecordsRole"))
          .isNotEmpty()
          .allSatisfy(
              statement ->
                  assertThat(statement.actions())
                      .containsExactly(
                          statement.actions().contains("dynamodb:Query")
                                  && statement.owner().matches("(Reaper|RecordEvidence)Role.*")
                              ? "dynamodb:Query"
                              : "dynamodb:PutItem"));
    }
  }

  @Test
  void onlyThePurgeTakesFromTheAuditTrail() {
    for (var stack : Synthesized.both()) {
      var audit = stack.resource("AWS::DynamoDB::Table", "AuditTable");
      assertThat(with(stack, action -> action.startsWith("dynamodb:Delete")))
          .singleElement()
          .satisfies(
              purge -> {
                assertThat(purge.owner()).startsWith("PurgeRecordsRole");
                assertThat(purge.resources()).hasSize(1);
                assertThat(purge.isOn(audit)).isTrue();
                assertThat(purge.actions())
                    .containsExactlyInAnyOrder("dynamodb:DeleteItem", "dynamodb:Query");
              });
    }
  }

  @Test
  void rowsOfTheStateTableAreNeverDeleted() {
    for (var stack : Synthesized.both()) {
      var state = stack.resource("AWS::DynamoDB::Table", "StateTable");
      assertThat(stack.statements())
          .filteredOn(statement -> statement.isOn(state))
          .isNotEmpty()
          .flatExtracting(Statement::actions)
          .isSubsetOf("dynamodb:UpdateItem", "dynamodb:GetItem", "dynamodb:Query");
    }
  }

  @Test
  void whoUsesATableMayUseItsKeyThroughDynamoDb() {
    var stack = Synthesized.customerManaged();
    var key = stack.resource("AWS::KMS::Key", "Key");

    for (var use : with(stack, action -> action.startsWith("dynamodb:"))) {
      assertThat(stack.statements())
          .filteredOn(statement -> statement.owner().equals(use.owner()) && statement.isOn(key))
          .filteredOn(statement -> statement.condition().contains("\"dynamodb.\""))
          .singleElement()
          .satisfies(
              statement ->
                  assertThat(statement.actions()).contains("kms:Decrypt", "kms:GenerateDataKey"));
    }
  }

  @Test
  void whoeverMovesAnOperationMaySeeWhoseItIs() {
    var stack = Synthesized.awsOwned();
    var state = stack.resource("AWS::DynamoDB::Table", "StateTable");

    assertThat(with(stack, "dynamodb:UpdateItem"::equals))
        .hasSize(12)
        .allSatisfy(
            statement -> {
              assertThat(statement.isOn(state)).isTrue();
              assertThat(statement.actions()).contains("dynamodb:GetItem");
            });
  }

  @Test
  void whatStandsAtAStatusIsAskedByTheIndexByThePlanTheEvidenceAndTheReaperAlone() {
    assertThat(with(Synthesized.awsOwned(), "dynamodb:Query"::equals))
        .filteredOn(statement -> statement.resources().toString().contains("/index/"))
        .hasSize(3)
        .allSatisfy(
            statement -> {
              assertThat(statement.owner()).matches("(PlanRestore|RecordEvidence|Reaper)Role.*");
              assertThat(statement.actions()).containsExactly("dynamodb:Query");
              assertThat(statement.resources())
                  .singleElement()
                  .asString()
                  .contains("/index/" + Schema.BY_STATUS + '"');
            });
  }

  @Test
  void evidenceAloneIsSignedAndByItsKeyAlone() {
    assertThat(with(Synthesized.inVpc(), "kms:Sign"::equals))
        .singleElement()
        .satisfies(
            sign -> {
              assertThat(role(sign)).isEqualTo("RecordEvidenceRole");
              assertThat(sign.actions()).containsExactly("kms:Sign");
              assertThat(sign.resources())
                  .containsExactly("\"" + Synthesized.IN_VPC.evidence().key().orElseThrow() + "\"");
            });
    assertThat(with(Synthesized.awsOwned(), "kms:Sign"::equals)).isEmpty();
  }

  @Test
  void copiesOfEvidenceAloneArePutIntoItsBucketAlone() {
    assertThat(with(Synthesized.inVpc(), action -> action.startsWith("s3:")))
        .singleElement()
        .satisfies(
            put -> {
              assertThat(role(put)).isEqualTo("RecordEvidenceRole");
              assertThat(put.actions()).containsExactly("s3:PutObject");
              assertThat(put.resources())
                  .singleElement()
                  .asString()
                  .contains(":s3:::aurora-restore-evidence/evidence/*");
            });
    assertThat(with(Synthesized.awsOwned(), action -> action.startsWith("s3:"))).isEmpty();
  }

  @Test
  void executionsOfTheOtherMachinesAloneAreLookedUp() {
    var looks =
        with(Synthesized.customerManaged(), action -> action.matches("states:(Describe|Get).*"));

    assertThat(looks)
        .filteredOn(look -> !look.actions().contains("states:RedriveExecution"))
        .allSatisfy(
            look ->
                assertThat(look.resources())
                    .hasSize(Machine.values().length - 1)
                    .allMatch(resource -> resource.contains(":execution:orders-dr-"))
                    .noneMatch(resource -> resource.contains("report-failure")))
        .extracting(PermissionsTest::role, look -> Set.copyOf(look.actions()))
        .containsExactlyInAnyOrder(
            tuple(
                "DescribeFailureRole",
                Set.of("states:DescribeExecution", "states:GetExecutionHistory")),
            tuple("PlanCleanUpRole", Set.of("states:DescribeExecution")),
            tuple("RecordAuditRole", Set.of("states:DescribeExecution")),
            tuple("ReaperRole", Set.of("states:DescribeExecution", "states:GetExecutionHistory")));
  }

  @Test
  void theReaperAloneHasReportsGoOnAndNoOtherMachine() {
    assertThat(with(Synthesized.customerManaged(), "states:RedriveExecution"::equals))
        .singleElement()
        .satisfies(
            redrive -> {
              assertThat(role(redrive)).isEqualTo("ReaperRole");
              assertThat(redrive.resources())
                  .singleElement()
                  .asString()
                  .contains(":execution:orders-dr-report-failure:*\"");
            });
  }

  @Test
  void theReaperAloneListsExecutionsAndThoseOfTheDeploymentsMachines() {
    assertThat(with(Synthesized.customerManaged(), "states:ListExecutions"::equals))
        .singleElement()
        .satisfies(
            list -> {
              assertThat(role(list)).isEqualTo("ReaperRole");
              assertThat(list.resources())
                  .hasSameSizeAs(Machine.values())
                  .allMatch(resource -> resource.contains(":stateMachine:orders-dr-"))
                  .noneMatch(resource -> resource.contains("*"));
            });
  }

  @Test
  void theReaperAloneOfTheFunctionsStartsMachinesAndNoRestore() {
    var stack = Synthesized.customerManaged();
    var functions = Synthesized.functions().keySet().stream().map(name -> name + "Role").toList();

    assertThat(with(stack, "states:StartExecution"::equals))
        .filteredOn(start -> functions.contains(role(start)))
        .singleElement()
        .satisfies(
            start -> {
              assertThat(start.owner()).startsWith("ReaperRole");
              assertThat(start.resources())
                  .satisfiesExactlyInAnyOrder(
                      arn -> assertThat(arn).contains(":stateMachine:orders-dr-clean-up\""),
                      arn -> assertThat(arn).contains(":stateMachine:orders-dr-report-failure\""));
            });
  }

  /** As the sources call it: without what the CDK appends. */
  private static String role(Statement statement) {
    return statement.owner().replaceFirst("[0-9A-F]{8}$", "");
  }

  @Test
  void onlyNotifyAndTheReaperPublishAndToTheTopicAlone() {
    var stack = Synthesized.awsOwned();
    var topic = stack.resource("AWS::SNS::Topic", "Topic");

    var publishers = with(stack, action -> action.startsWith("sns:"));
    assertThat(publishers)
        .extracting(PermissionsTest::role)
        .containsExactlyInAnyOrder("NotifyRole", "ReaperRole");
    assertThat(publishers)
        .allSatisfy(
            publish -> {
              assertThat(publish.actions()).containsExactly("sns:Publish");
              assertThat(publish.resources()).containsExactly("{\"Ref\":\"" + topic.id() + "\"}");
            });
  }

  @Test
  void copyIsTaggedFromBirthAndMayHaveItsSourceInAnotherRegion() {
    var stack = Synthesized.awsOwned();

    var copies = with(stack, "rds:CopyDBClusterSnapshot"::equals);
    assertThat(copies)
        .satisfiesExactlyInAnyOrder(
            here -> assertThat(here.condition()).isEqualTo(MADE_TAGGED),
            elsewhere ->
                assertThat(elsewhere.condition())
                    .isEqualTo(
                        "{\"StringNotEquals\":{\"aws:RequestedRegion\":{\"Ref\":\"AWS::Region\"}}}"))
        .allSatisfy(
            copy ->
                assertThat(copy.resources())
                    .singleElement()
                    .asString()
                    .contains(":rds:*:*:cluster-snapshot:*"));
    assertThat(stack.statementsOf("CopySnapshotRole"))
        .flatExtracting(Statement::actions)
        .contains("rds:CrossRegionCommunication");
  }

  @Test
  void whatIsMadeIsTaggedFromBirth() {
    assertThat(with(Synthesized.awsOwned(), "rds:AddTagsToResource"::equals))
        .filteredOn(statement -> !statement.owner().startsWith("TearDownRole"))
        .hasSize(4)
        .allSatisfy(statement -> assertThat(statement.condition()).isEqualTo(MADE_TAGGED));
  }

  @Test
  void whatADeletionCouldTakeForOursIsNeverTaggedByWhoDeletes() {
    var tags =
        Synthesized.awsOwned().statementsOf("TearDownRole").stream()
            .filter(statement -> statement.actions().contains("rds:AddTagsToResource"))
            .filter(statement -> !statement.condition().contains(Grants.HANDS_OFF))
            .toList();

    assertThat(tags)
        .as("final snapshots, which get the cluster's tags, and no copy")
        .satisfiesExactlyInAnyOrder(
            allowed -> {
              assertThat(allowed.isAllowed()).isTrue();
              assertThat(allowed.condition()).isEqualTo(INHERITED_TAGS);
              assertThat(allowed.resources())
                  .singleElement()
                  .asString()
                  .contains(":cluster-snapshot:*");
            },
            denied -> {
              assertThat(denied.isAllowed()).isFalse();
              assertThat(denied.condition()).isEmpty();
              assertThat(denied.resources())
                  .singleElement()
                  .asString()
                  .contains(":cluster-snapshot:aurora-restore-*");
            });
  }

  /**
   * Whatever isn't known to leave things as they are, so that an act that is new here is held to
   * the tag too.
   */
  private static boolean changes(String action) {
    return action.startsWith("rds:")
        && Stream.of("Describe", "ListTags", "AddTags", "Copy", "Create", "Restore", "CrossRegion")
            .noneMatch(harmless -> action.startsWith("rds:" + harmless));
  }

  @Test
  void nothingIsChangedOrDeletedThatIsNotTaggedAsOurs() {
    for (var stack : Synthesized.both()) {
      var changes = with(stack, PermissionsTest::changes);

      assertThat(changes)
          .flatExtracting(Statement::actions)
          .contains(
              "rds:DeleteDBCluster",
              "rds:DeleteDBClusterSnapshot",
              "rds:DeleteDBInstance",
              "rds:DeleteDBSubnetGroup",
              "rds:EnableHttpEndpoint",
              "rds:ModifyDBCluster",
              "rds:ModifyDBInstance");
      assertThat(changes)
          .filteredOn(statement -> !isForFinalSnapshots(statement))
          .allSatisfy(statement -> assertThat(statement.condition()).isEqualTo(TAGGED_AS_OURS));
    }
  }

  /**
   * To delete a cluster, RDS asks about its final snapshot as well, which isn't there yet and has
   * no tag: what is allowed on snapshots must then delete none.
   */
  private static boolean isForFinalSnapshots(Statement statement) {
    return statement.resources().stream().allMatch(arn -> arn.contains(":cluster-snapshot:*\""))
        && Set.copyOf(statement.actions())
            .equals(Set.of("rds:CreateDBClusterSnapshot", "rds:DeleteDBCluster"));
  }

  @Test
  void noSnapshotIsDeletedButACopyByItsNameAndItsTag() {
    for (var stack : Synthesized.both()) {
      var deletions = with(stack, "rds:DeleteDBClusterSnapshot"::equals);

      assertThat(deletions)
          .extracting(PermissionsTest::role)
          .containsExactlyInAnyOrder("CopySnapshotRole", "TearDownRole");
      assertThat(deletions)
          .allSatisfy(
              deletion -> {
                assertThat(deletion.actions()).containsExactly("rds:DeleteDBClusterSnapshot");
                assertThat(deletion.condition()).isEqualTo(TAGGED_AS_OURS);
                assertThat(deletion.resources())
                    .singleElement()
                    .asString()
                    .contains("{\"Ref\":\"AWS::Region\"}")
                    .contains(":cluster-snapshot:aurora-restore-*");
              });
    }
  }

  @Test
  void subnetGroupsAreDeletedByTheirNameToo() {
    assertThat(with(Synthesized.awsOwned(), "rds:DeleteDBSubnetGroup"::equals))
        .singleElement()
        .satisfies(
            deletion ->
                assertThat(deletion.resources())
                    .singleElement()
                    .asString()
                    .contains(":subgrp:aurora-restore-*"));
  }

  @Test
  void planningVerifyingAndReapingChangeNothing() {
    for (var role :
        List.of("PlanRestoreRole", "PlanCleanUpRole", "VerifyCleanUpRole", "ReaperRole")) {
      assertThat(Synthesized.awsOwned().statementsOf(role))
          .flatExtracting(Statement::actions)
          .filteredOn(action -> action.startsWith("rds:") || action.startsWith("ec2:"))
          .isNotEmpty()
          .allMatch(action -> action.contains(":Describe") || action.contains(":List"));
    }
  }

  @Test
  void nothingThatThePreflightLooksAtIsDenied() {
    assertThat(Synthesized.awsOwned().statementsOf("PlanRestoreRole"))
        .flatExtracting(Statement::actions)
        .filteredOn(action -> !action.startsWith("logs:") && !action.startsWith("xray:"))
        .containsExactlyInAnyOrder(
            "dynamodb:GetItem",
            "dynamodb:Query",
            "ec2:DescribeSecurityGroups",
            "ec2:DescribeSubnets",
            "kms:DescribeKey",
            "rds:DescribeAccountAttributes",
            "rds:DescribeDBClusterParameterGroups",
            "rds:DescribeDBClusterSnapshots",
            "rds:DescribeDBClusters",
            "rds:DescribeDBEngineVersions",
            "rds:DescribeDBMajorEngineVersions",
            "rds:DescribeDBInstances",
            "rds:DescribeDBParameterGroups",
            "rds:DescribeDBSubnetGroups",
            "rds:DescribeOrderableDBInstanceOptions",
            "rds:ListTagsForResource");
  }

  @Test
  void instancesAreAddedToOurClustersAlone() {
    assertThat(Synthesized.awsOwned().statementsOf("CreateInstanceRole"))
        .filteredOn(statement -> statement.actions().contains("rds:CreateDBInstance"))
        .filteredOn(statement -> statement.resources().toString().contains(":cluster:*"))
        .singleElement()
        .satisfies(
            statement -> {
              assertThat(statement.resources()).hasSize(1);
              assertThat(statement.condition()).isEqualTo(TAGGED_AS_OURS);
            });
  }

  @Test
  void noRoleIsPassedButTheConfiguredOnesAndToRdsAlone() {
    assertThat(with(Synthesized.awsOwned(), "iam:PassRole"::equals)).isEmpty();

    assertThat(with(Synthesized.customerManaged(), "iam:PassRole"::equals))
        .singleElement()
        .satisfies(
            statement -> {
              assertThat(role(statement)).isEqualTo("CreateInstanceRole");
              assertThat(statement.actions()).containsExactly("iam:PassRole");
              assertThat(statement.resources())
                  .singleElement()
                  .asString()
                  .contains(":iam::", "AWS::AccountId", ":role/rds-monitoring-role\"");
              assertThat(statement.condition())
                  .isEqualTo(
                      "{\"StringEquals\":{\"iam:PassedToService\":[\"monitoring.rds.amazonaws.com\","
                          + "\"rds.amazonaws.com\"]}}");
            });
  }

  @Test
  void keysAreLentToAwsAloneAndThroughRds() {
    var grants = with(Synthesized.awsOwned(), "kms:CreateGrant"::equals);

    assertThat(grants)
        .hasSize(4)
        .allSatisfy(
            statement -> {
              assertThat(statement.actions()).containsExactly("kms:CreateGrant");
              assertThat(statement.condition())
                  .contains("\"kms:GrantIsForAWSResource\":\"true\"")
                  .contains("\"kms:ViaService\"")
                  .contains("\"rds.");
            });
  }

  @Test
  void keysOfCustomersAreNeverUsedWithoutAService() {
    assertThat(Synthesized.both())
        .flatExtracting(stack -> with(stack, action -> action.startsWith("kms:")))
        .isNotEmpty()
        .filteredOn(statement -> !statement.condition().contains("kms:ViaService"))
        .flatExtracting(Statement::actions)
        .as("looking at a key's state needs none, nor does the signature of evidence")
        .containsOnly("kms:DescribeKey", "kms:Sign");
  }

  @Test
  void onlyTheActsOfTheRestoreAndTheCleanUpAreAllowed() {
    assertThat(with(Synthesized.awsOwned(), action -> action.startsWith("rds:")))
        .flatExtracting(Statement::actions)
        .filteredOn(action -> action.startsWith("rds:") && !action.startsWith("rds:Describe"))
        .containsOnly(
            "rds:AddTagsToResource",
            "rds:CopyDBClusterSnapshot",
            "rds:CreateDBClusterSnapshot",
            "rds:CreateDBInstance",
            "rds:CreateDBSubnetGroup",
            "rds:CrossRegionCommunication",
            "rds:DeleteDBCluster",
            "rds:DeleteDBClusterSnapshot",
            "rds:DeleteDBInstance",
            "rds:DeleteDBSubnetGroup",
            "rds:EnableHttpEndpoint",
            "rds:ListTagsForResource",
            "rds:ModifyDBCluster",
            "rds:ModifyDBInstance",
            "rds:RestoreDBClusterFromSnapshot");
  }

  @Test
  void thePrefixThatRolesAreBoundToIsTheOneThatPlansMint() throws Exception {
    var prefix = Class.forName("aurora.restore.plan.Names").getDeclaredField("PREFIX");
    prefix.setAccessible(true);

    assertThat(prefix.get(null)).isEqualTo(Arns.PREFIX);
  }
}
