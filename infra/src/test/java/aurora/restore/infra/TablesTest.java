package aurora.restore.infra;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.infra.Synthesized.Resource;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class TablesTest {
  private static final String TABLE = "AWS::DynamoDB::Table";

  private static List<String> keys(JsonNode schema) {
    return Synthesized.list(schema)
        .map(key -> key.path("KeyType").asText() + " " + key.path("AttributeName").asText())
        .toList();
  }

  @Test
  void thereIsAStateTableAndAnAuditTable() {
    assertThat(Synthesized.both())
        .allSatisfy(
            stack ->
                assertThat(stack.resources(TABLE))
                    .extracting(Resource::id)
                    .satisfiesExactlyInAnyOrder(
                        id -> assertThat(id).startsWith("StateTable"),
                        id -> assertThat(id).startsWith("AuditTable")));
  }

  @Test
  void theyOutliveTheStackAndCanBeBroughtBack() {
    assertThat(Synthesized.awsOwned().resources(TABLE))
        .allSatisfy(
            table -> {
              var properties = table.properties();
              assertThat(table.body().path("DeletionPolicy").asText()).isEqualTo("Retain");
              assertThat(table.body().path("UpdateReplacePolicy").asText()).isEqualTo("Retain");
              assertThat(properties.path("DeletionProtectionEnabled").asBoolean()).isTrue();
              assertThat(
                      properties
                          .at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled")
                          .asBoolean())
                  .isTrue();
            });
  }

  @Test
  void theyAreBilledByRequestAndForgetRowsInTime() {
    assertThat(Synthesized.awsOwned().resources(TABLE))
        .allSatisfy(
            table -> {
              var properties = table.properties();
              assertThat(properties.path("BillingMode").asText()).isEqualTo("PAY_PER_REQUEST");
              assertThat(properties.at("/TimeToLiveSpecification/AttributeName").asText())
                  .isEqualTo("ttl");
              assertThat(properties.at("/TimeToLiveSpecification/Enabled").asBoolean()).isTrue();
            });
  }

  @Test
  void noneIsNamedSoThatANewStackDoesNotCollideWithWhatAnOldOneLeft() {
    assertThat(Synthesized.awsOwned().resources(TABLE))
        .allSatisfy(table -> assertThat(table.properties().has("TableName")).isFalse());
  }

  @Test
  void theStateTableIsFoundByOperationAndByStatus() {
    var state = Synthesized.awsOwned().resource(TABLE, "StateTable").properties();

    assertThat(keys(state.path("KeySchema"))).containsExactly("HASH operation_id");
    assertThat(state.path("GlobalSecondaryIndexes")).hasSize(1);
    var index = state.at("/GlobalSecondaryIndexes/0");
    assertThat(index.path("IndexName").asText()).isEqualTo("by_status");
    assertThat(keys(index.path("KeySchema"))).containsExactly("HASH status", "RANGE started_at");
    assertThat(index.at("/Projection/ProjectionType").asText()).isEqualTo("ALL");
  }

  @Test
  void theAuditTableReadsInOrder() {
    var audit = Synthesized.awsOwned().resource(TABLE, "AuditTable").properties();

    assertThat(keys(audit.path("KeySchema"))).containsExactly("HASH operation_id", "RANGE entry");
    assertThat(audit.has("GlobalSecondaryIndexes")).isFalse();
  }

  @Test
  void withoutAKeyOfTheCustomersDynamoDbUsesItsOwn() {
    var stack = Synthesized.awsOwned();

    assertThat(stack.resources("AWS::KMS::Key")).isEmpty();
    assertThat(stack.resources(TABLE))
        .allSatisfy(
            table ->
                assertThat(table.properties().at("/SSESpecification/SSEEnabled").asBoolean())
                    .isFalse());
  }

  @Test
  void withAKeyOfTheCustomersBothTablesAreUnderIt() {
    var stack = Synthesized.customerManaged();

    var key = stack.resource("AWS::KMS::Key", "Key");
    assertThat(key.properties().path("EnableKeyRotation").asBoolean()).isTrue();
    assertThat(stack.resources(TABLE))
        .allSatisfy(
            table -> {
              var encryption = table.properties().path("SSESpecification");
              assertThat(encryption.path("SSEEnabled").asBoolean()).isTrue();
              assertThat(encryption.path("SSEType").asText()).isEqualTo("KMS");
              assertThat(encryption.at("/KMSMasterKeyId/Fn::GetAtt/0").asText())
                  .isEqualTo(key.id());
            });
  }
}
