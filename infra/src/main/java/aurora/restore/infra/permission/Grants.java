package aurora.restore.infra.permission;

import aurora.restore.audit.Schema;
import aurora.restore.machine.Machine;
import aurora.restore.operation.Ownership;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.sns.ITopic;

/**
 * What the permissions of several functions are made of. Grants nothing by itself.
 *
 * <p>A name alone doesn't make a resource ours, so two conditions on the pipeline's own tag go with
 * it: what is made carries the tag from birth, and only what carries it is changed or deleted.
 *
 * <p>Whoever may make a resource with tags may also tag one that is there: RDS asks for the same
 * action, and IAM can't tell the two apart. Hence the third condition, by which an account keeps
 * what it wants out of all these roles' reach.
 */
public record Grants(
    Arns arns, ITable stateTable, ITable auditTable, ITopic topic, Optional<IKey> key) {
  static final Map<String, Object> TAGGED_FROM_BIRTH =
      Map.of("Null", Map.of("aws:RequestTag/" + Ownership.TAG, "false"));

  /**
   * Tags may be inherited from what is deleted or copied, and none be given in the request (Service
   * Authorization Reference, "Condition keys for Amazon RDS"). Who asks to tag a resource that is
   * there gives them in the request.
   */
  static final Map<String, Object> INHERITED_TAGS =
      Map.of("Bool", Map.of("rds:TagsFromRequest", "false"));

  static final Map<String, Object> OURS =
      Map.of("Null", Map.of("aws:ResourceTag/" + Ownership.TAG, "false"));

  /** Whatever its value: on what the account's owner wants nobody of this deployment to touch. */
  public static final String HANDS_OFF = Ownership.HANDS_OFF_TAG;

  public static PolicyStatement allow(List<String> actions, String... resources) {
    return allow(Map.of(), actions, resources);
  }

  public static PolicyStatement allow(
      Map<String, Object> conditions, List<String> actions, String... resources) {
    return PolicyStatement.Builder.create()
        .actions(actions)
        .resources(List.of(resources))
        .conditions(conditions)
        .build();
  }

  static PolicyStatement deny(List<String> actions, String... resources) {
    return deny(Map.of(), actions, resources);
  }

  static PolicyStatement deny(
      Map<String, Object> conditions, List<String> actions, String... resources) {
    return PolicyStatement.Builder.create()
        .effect(Effect.DENY)
        .actions(actions)
        .resources(List.of(resources))
        .conditions(conditions)
        .build();
  }

  /** What has the tag that says so is neither tagged, nor changed, nor deleted. */
  static PolicyStatement handsOff() {
    return PolicyStatement.Builder.create()
        .effect(Effect.DENY)
        .actions(
            List.of(
                "rds:AddTagsToResource",
                "rds:DeleteDBCluster",
                "rds:DeleteDBClusterSnapshot",
                "rds:DeleteDBInstance",
                "rds:DeleteDBSubnetGroup",
                "rds:EnableHttpEndpoint",
                "rds:ModifyDBCluster",
                "rds:ModifyDBInstance"))
        .resources(List.of(Arns.ANY))
        .conditions(Map.of("Null", Map.of("aws:ResourceTag/" + HANDS_OFF, "false")))
        .build();
  }

  /** A condition: the call is made by a service, in the caller's name. */
  static Map<String, Object> through(String service) {
    return Map.of("StringLike", Map.of("kms:ViaService", service));
  }

  /** RDS encrypts under a key by a grant that it takes in the caller's name, and nobody else. */
  static List<PolicyStatement> lendKeys(String keys, String throughService) {
    return List.of(
        allow(through(throughService), List.of("kms:DescribeKey"), keys),
        lendKeysUnseen(keys, throughService));
  }

  /** Without leave to look at them, for whoever has that anyway. */
  static PolicyStatement lendKeysUnseen(String keys, String throughService) {
    return allow(
        new TreeMap<>(
            Map.of(
                "StringLike", Map.of("kms:ViaService", throughService),
                "Bool", Map.of("kms:GrantIsForAWSResource", "true"))),
        List.of("kms:CreateGrant"),
        keys);
  }

  List<PolicyStatement> publish() {
    var publish = allow(List.of("sns:Publish"), topic.getTopicArn());
    return key.map(
            own ->
                List.of(
                    publish,
                    allow(
                        through(arns.through("sns", arns.region())),
                        List.of("kms:Decrypt", "kms:GenerateDataKey"),
                        own.getKeyArn())))
        .orElseGet(() -> List.of(publish));
  }

  PolicyStatement readState() {
    return allow(List.of("dynamodb:GetItem"), stateTable.getTableArn());
  }

  /** A write that is refused is followed by a look at whose the operation is. */
  PolicyStatement updateState() {
    return allow(List.of("dynamodb:GetItem", "dynamodb:UpdateItem"), stateTable.getTableArn());
  }

  /** By the index that tells which operations stand at a status. */
  PolicyStatement listStates() {
    return allow(
        List.of("dynamodb:Query"), stateTable.getTableArn() + "/index/" + Schema.BY_STATUS);
  }

  /** A put is conditional: it adds to the trail, and changes nothing that is there. */
  PolicyStatement addToTrail() {
    return allow(List.of("dynamodb:PutItem"), auditTable.getTableArn());
  }

  PolicyStatement readTrail() {
    return allow(List.of("dynamodb:Query"), auditTable.getTableArn());
  }

  PolicyStatement purgeTrail() {
    return allow(List.of("dynamodb:DeleteItem", "dynamodb:Query"), auditTable.getTableArn());
  }

  /** DynamoDB uses a customer's key in the name of whoever reads or writes the table. */
  List<PolicyStatement> withTableKey(PolicyStatement... statements) {
    var use =
        key.map(
            own ->
                allow(
                    through(arns.through("dynamodb", arns.region())),
                    List.of("kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"),
                    own.getKeyArn()));
    return Stream.concat(Stream.of(statements), use.stream()).toList();
  }

  /** Executions of every machine but the reporter. */
  String[] reportedExecutions() {
    return Stream.of(Machine.values())
        .filter(Machine::isReported)
        .map(arns::executions)
        .toArray(String[]::new);
  }
}
