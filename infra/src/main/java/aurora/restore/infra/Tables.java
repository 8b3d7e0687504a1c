package aurora.restore.infra;

import aurora.restore.audit.Schema;
import java.util.Optional;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexProps;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.ProjectionType;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.dynamodb.TableEncryption;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.Construct;

/**
 * The two tables. They outlive the stack: they are the evidence of what was restored.
 * CloudFormation names them, so that a new stack doesn't collide with what an old one left.
 *
 * <p>They are protected from deletion, by CloudFormation too. So they stay, empty, when the first
 * deployment is rolled back: were they to be deleted then, the rollback would fail.
 *
 * @param state where operations stand, a row for each
 * @param audit what happened, a row for each milestone
 */
record Tables(ITable state, ITable audit) {

  static Tables make(Construct scope, Optional<IKey> key) {
    var state = table(scope, "StateTable", key).build();
    state.addGlobalSecondaryIndex(
        GlobalSecondaryIndexProps.builder()
            .indexName(Schema.BY_STATUS)
            .partitionKey(text(Schema.STATUS))
            .sortKey(text(Schema.STARTED_AT))
            .projectionType(ProjectionType.ALL)
            .build());
    var audit = table(scope, "AuditTable", key).sortKey(text(Schema.ENTRY)).build();
    return new Tables(state, audit);
  }

  private static Table.Builder table(Construct scope, String id, Optional<IKey> key) {
    var table =
        Table.Builder.create(scope, id)
            .partitionKey(text(Schema.OPERATION_ID))
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .timeToLiveAttribute(Schema.TIME_TO_LIVE)
            .pointInTimeRecoverySpecification(
                PointInTimeRecoverySpecification.builder().pointInTimeRecoveryEnabled(true).build())
            .deletionProtection(true)
            .removalPolicy(RemovalPolicy.RETAIN);
    return key.map(own -> table.encryption(TableEncryption.CUSTOMER_MANAGED).encryptionKey(own))
        .orElseGet(() -> table.encryption(TableEncryption.DEFAULT));
  }

  private static Attribute text(String name) {
    return Attribute.builder().name(name).type(AttributeType.STRING).build();
  }
}
