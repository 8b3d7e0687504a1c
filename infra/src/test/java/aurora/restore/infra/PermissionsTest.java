package aurora.restore.infra;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.infra.Synthesized.Statement;
import aurora.restore.machine.HandlerFunction;
import aurora.restore.machine.Machine;
import aurora.restore.operation.Ownership;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class PermissionsTest {
  private static final String MADE_TAGGED =
      "{\"Null\":{\"aws:RequestTag/" + Ownership.TAG + "\":\"false\"}}";
  private static final String TAGGED_AS_OURS =
      "{\"Null\":{\"aws:ResourceTag/" + Ownership.TAG + "\":\"false\"}}";

  private static List<Statement> with(Synthesized stack, Predicate<String> action) {
    return stack.statements().stream()
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
    assertThat(roles).doesNotHaveDuplicates().hasSize(HandlerFunction.values().length);
    assertThat(stack.resources("AWS::IAM::Role"))
        .filteredOn(role -> roles.contains(role.id()))
        .hasSameSizeAs(roles)
        .allSatisfy(role -> assertThat(role.properties().has("ManagedPolicyArns")).isFalse());
  }

  @Test
  void everyFunctionWritesToItsOwnLogsAlone() {
    var stack = Synthesized.awsOwned();
    for (var function : HandlerFunction.values()) {
      var logs = stack.resource("AWS::Logs::LogGroup", function.placeholder() + "Logs");
      assertThat(stack.statementsOf(function.placeholder() + "Role"))
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
  void everyResourceIsAllowedOnlyWhereAnActionKnowsNoOther() {
    var knowNoOther =
        Set.of(
            "rds:CrossRegionCommunication",
            "rds:DescribeOrderableDBInstanceOptions",
            "logs:CreateLogDelivery",
            "logs:DeleteLogDelivery",
            "logs:DescribeLogGroups",
            "logs:DescribeResourcePolicies",
            "logs:GetLogDelivery",
            "logs:ListLogDeliveries",
            "logs:PutResourcePolicy",
            "logs:UpdateLogDelivery",
            "xray:GetSamplingRules",
            "xray:GetSamplingTargets",
            "xray:PutTelemetryRecords",
            "xray:PutTraceSegments");

    assertThat(Synthesized.both())
        .flatExtracting(Synthesized::statements)
        .filteredOn(statement -> statement.resources().contains("\"*\""))
        .flatExtracting(Statement::actions)
        .isNotEmpty()
        .allMatch(knowNoOther::contains);
  }

  @Test
  void theAuditTrailIsAddedToAndReadAndNothingElse() {
    for (var stack : Synthesized.both()) {
      var audit = stack.resource("AWS::DynamoDB::Table", "AuditTable");
      assertThat(stack.statements())
          .filteredOn(statement -> statement.isOn(audit))
          .isNotEmpty()
          .flatExtracting(Statement::actions)
          .isSubsetOf("dynamodb:PutItem", "dynamodb:Query");
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
          .isSubsetOf("dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:GetItem");
    }
  }

  @Test
  void whoUsesATableMayUseItsKeyThroughDynamoDb() {
    var stack = Synthesized.customerManaged();
    var key = stack.resource("AWS::KMS::Key", "Key");

    for (var use : with(stack, action -> action.startsWith("dynamodb:"))) {
      assertThat(stack.statements())
          .filteredOn(statement -> statement.owner().equals(use.owner()) && statement.isOn(key))
          .singleElement()
          .satisfies(statement -> assertThat(statement.condition()).contains("\"dynamodb.\""));
    }
  }

  @Test
  void whoeverMovesAnOperationMaySeeWhoseItIs() {
    var stack = Synthesized.awsOwned();
    var state = stack.resource("AWS::DynamoDB::Table", "StateTable");

    assertThat(with(stack, "dynamodb:UpdateItem"::equals))
        .hasSize(6)
        .allSatisfy(
            statement -> {
              assertThat(statement.isOn(state)).isTrue();
              assertThat(statement.actions()).contains("dynamodb:GetItem");
            });
  }

  @Test
  void aFailureIsLookedUpInTheExecutionsOfTheOtherMachinesAlone() {
    var stack = Synthesized.customerManaged();

    assertThat(with(stack, action -> action.startsWith("states:") && !action.contains("Start")))
        .singleElement()
        .satisfies(
            look -> {
              assertThat(look.owner()).startsWith("DescribeFailureRole");
              assertThat(look.actions())
                  .containsExactlyInAnyOrder(
                      "states:DescribeExecution", "states:GetExecutionHistory");
              assertThat(look.resources())
                  .hasSize(Machine.values().length - 1)
                  .allMatch(resource -> resource.contains(":execution:orders-dr-"))
                  .noneMatch(resource -> resource.contains("report-failure"));
            });
  }

  @Test
  void onlyNotifyPublishesAndToTheTopicAlone() {
    var stack = Synthesized.awsOwned();
    var topic = stack.resource("AWS::SNS::Topic", "Topic");

    assertThat(with(stack, action -> action.startsWith("sns:")))
        .singleElement()
        .satisfies(
            publish -> {
              assertThat(publish.owner()).startsWith("NotifyRole");
              assertThat(publish.actions()).containsExactly("sns:Publish");
              assertThat(publish.resources()).containsExactly("{\"Ref\":\"" + topic.id() + "\"}");
            });
  }

  @Test
  void copyIsAllowedOnSourceAndTargetAndAcrossRegions() {
    var stack = Synthesized.awsOwned();

    var copies = with(stack, "rds:CopyDBClusterSnapshot"::equals);
    assertThat(copies)
        .satisfiesExactlyInAnyOrder(
            source ->
                assertThat(source.resources().toString()).contains(":rds:*:*:cluster-snapshot:*"),
            target -> {
              assertThat(target.resources()).hasSize(1);
              assertThat(target.resources().toString())
                  .contains(":cluster-snapshot:aurora-restore-*");
              assertThat(target.condition()).isEqualTo(MADE_TAGGED);
            });
    assertThat(stack.statementsOf("CopySnapshotRole"))
        .flatExtracting(Statement::actions)
        .contains("rds:CrossRegionCommunication");
  }

  @Test
  void whatIsMadeIsTaggedFromBirth() {
    assertThat(with(Synthesized.awsOwned(), "rds:AddTagsToResource"::equals))
        .hasSize(4)
        .allSatisfy(statement -> assertThat(statement.condition()).isEqualTo(MADE_TAGGED));
  }

  @Test
  void nothingIsChangedOrDeletedThatIsNotTaggedAsOurs() {
    var changes =
        with(
            Synthesized.awsOwned(),
            action -> action.startsWith("rds:Delete") || action.startsWith("rds:Modify"));

    assertThat(changes)
        .flatExtracting(Statement::actions)
        .containsExactlyInAnyOrder("rds:DeleteDBClusterSnapshot", "rds:ModifyDBCluster");
    assertThat(changes)
        .allSatisfy(statement -> assertThat(statement.condition()).isEqualTo(TAGGED_AS_OURS));
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
  void keysAreLentToAwsAloneAndThroughRds() {
    var grants = with(Synthesized.awsOwned(), "kms:CreateGrant"::equals);

    assertThat(grants)
        .hasSize(3)
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
        .as("looking at a key's state needs none")
        .containsOnly("kms:DescribeKey");
  }

  @Test
  void onlyTheActsOfTheRestoreAreAllowed() {
    assertThat(with(Synthesized.awsOwned(), action -> action.startsWith("rds:")))
        .flatExtracting(Statement::actions)
        .filteredOn(action -> !action.startsWith("rds:Describe"))
        .containsOnly(
            "rds:AddTagsToResource",
            "rds:CopyDBClusterSnapshot",
            "rds:CreateDBInstance",
            "rds:CreateDBSubnetGroup",
            "rds:CrossRegionCommunication",
            "rds:DeleteDBClusterSnapshot",
            "rds:ListTagsForResource",
            "rds:ModifyDBCluster",
            "rds:RestoreDBClusterFromSnapshot");
  }

  @Test
  void thePrefixThatRolesAreBoundToIsTheOneThatPlansMint() throws Exception {
    var prefix = Class.forName("aurora.restore.plan.Names").getDeclaredField("PREFIX");
    prefix.setAccessible(true);

    assertThat(prefix.get(null)).isEqualTo(Arns.PREFIX);
  }
}
