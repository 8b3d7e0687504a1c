package aurora.restore.infra;

import aurora.restore.machine.HandlerFunction;
import aurora.restore.operation.Ownership;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.sns.ITopic;

/**
 * What each function may do: the calls that its handler makes, on the resources it makes them on. A
 * handler that isn't listed doesn't compile. Which resources an action knows is told by the Service
 * Authorization Reference, "Actions, resources, and condition keys for Amazon RDS".
 *
 * <p>A name alone doesn't make a resource ours, so two conditions on the pipeline's own tag go with
 * it: what is made carries the tag from birth, and only what carries it is changed or deleted.
 */
record Permissions(Arns arns, Tables tables, ITopic topic, Optional<IKey> key) {
  private static final Map<String, Object> TAGGED_FROM_BIRTH =
      Map.of("Null", Map.of("aws:RequestTag/" + Ownership.TAG, "false"));

  private static final Map<String, Object> OURS =
      Map.of("Null", Map.of("aws:ResourceTag/" + Ownership.TAG, "false"));

  List<PolicyStatement> of(HandlerFunction function) {
    return switch (function) {
      case PLAN_RESTORE -> planRestore();
      case RECORD_AUDIT -> recordAudit();
      case NOTIFY -> publish();
      case COPY_SNAPSHOT -> copySnapshot();
      case WAIT_FOR_COPY -> waitForCopy();
      case RESTORE_CLUSTER -> restoreCluster();
      case WAIT_FOR_CLUSTER -> waitForCluster();
      case CREATE_INSTANCE -> createInstance();
      case WAIT_FOR_INSTANCE -> waitForInstance();
      case APPLY_SETTINGS -> applySettings();
      case WAIT_FOR_SETTINGS -> waitForSettings();
      case VERIFY_RESTORE -> verifyRestore();
      case DESCRIBE_FAILURE -> describeFailure();
    };
  }

  static PolicyStatement allow(List<String> actions, String... resources) {
    return allow(Map.of(), actions, resources);
  }

  private static PolicyStatement allow(
      Map<String, Object> conditions, List<String> actions, String... resources) {
    return PolicyStatement.Builder.create()
        .actions(actions)
        .resources(List.of(resources))
        .conditions(conditions)
        .build();
  }

  private List<PolicyStatement> planRestore() {
    return List.of(
        allow(
            List.of("rds:DescribeDBClusterSnapshots"),
            arns.sourceSnapshot(),
            arns.source("cluster")),
        allow(List.of("rds:DescribeDBClusters"), arns.source("cluster")),
        allow(List.of("rds:DescribeDBInstances"), arns.source("db")),
        allow(List.of("rds:DescribeOrderableDBInstanceOptions"), Arns.ANY), // knows no resources
        allow(List.of("kms:DescribeKey"), arns.ownKey()));
  }

  /** Adds to the audit trail, and can't take from it: a put of the handler's is conditional. */
  private List<PolicyStatement> recordAudit() {
    return withTableKey(
        allow(List.of("dynamodb:PutItem"), tables.audit().getTableArn()), updateState());
  }

  private List<PolicyStatement> publish() {
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

  /**
   * A copy is allowed on its source and on its target alike, and across regions only with {@code
   * CrossRegionCommunication}. A failed copy of ours is replaced, hence the deletion.
   */
  private List<PolicyStatement> copySnapshot() {
    var statements = new ArrayList<PolicyStatement>();
    statements.add(allow(List.of("rds:CopyDBClusterSnapshot"), arns.sourceSnapshot()));
    statements.add(
        allow(
            TAGGED_FROM_BIRTH,
            List.of("rds:CopyDBClusterSnapshot", "rds:AddTagsToResource"),
            arns.copiedSnapshot()));
    statements.add(allow(List.of("rds:CrossRegionCommunication"), Arns.ANY)); // knows no resources
    statements.add(allow(List.of("rds:DescribeDBClusterSnapshots"), arns.copiedSnapshot()));
    statements.add(allow(OURS, List.of("rds:DeleteDBClusterSnapshot"), arns.copiedSnapshot()));
    statements.addAll(lendKeys(arns.anyKey(), arns.through("rds", Arns.ANY)));
    statements.add(
        allow(
            through(arns.through("rds", Arns.ANY)),
            List.of(
                "kms:Decrypt",
                "kms:GenerateDataKey",
                "kms:GenerateDataKeyWithoutPlaintext",
                "kms:ReEncryptFrom",
                "kms:ReEncryptTo"),
            arns.anyKey()));
    statements.addAll(withTableKey(updateState()));
    return statements;
  }

  private List<PolicyStatement> waitForCopy() {
    return withTableKey(
        allow(List.of("rds:DescribeDBClusterSnapshots"), arns.copiedSnapshot()), updateState());
  }

  /**
   * The new cluster's name is the input's to choose, so any name goes; its subnet group's isn't. An
   * Aurora cluster is restored without instances, and so without leave to make one.
   */
  private List<PolicyStatement> restoreCluster() {
    var statements = new ArrayList<PolicyStatement>();
    statements.add(
        allow(
            TAGGED_FROM_BIRTH,
            List.of("rds:CreateDBSubnetGroup", "rds:AddTagsToResource"),
            arns.subnetGroup()));
    statements.add(
        allow(
            List.of("rds:DescribeDBSubnetGroups", "rds:ListTagsForResource"), arns.subnetGroup()));
    statements.add(
        allow(
            TAGGED_FROM_BIRTH,
            List.of("rds:RestoreDBClusterFromSnapshot", "rds:AddTagsToResource"),
            arns.rds("cluster", Arns.ANY)));
    statements.add(
        allow(
            List.of("rds:RestoreDBClusterFromSnapshot"),
            arns.restorableSnapshot(),
            arns.subnetGroup(),
            arns.rds("cluster-pg", Arns.ANY),
            arns.rds("og", Arns.ANY)));
    statements.add(allow(List.of("rds:DescribeDBClusters"), arns.rds("cluster", Arns.ANY)));
    statements.addAll(lendKeys(arns.anyKey(), arns.through("rds", arns.region())));
    statements.add(
        allow(
            Map.of("StringEquals", Map.of("iam:AWSServiceName", "rds.amazonaws.com")),
            List.of("iam:CreateServiceLinkedRole"), // in an account that has never used RDS
            arns.rdsServiceLinkedRole()));
    return statements;
  }

  private List<PolicyStatement> waitForCluster() {
    return withTableKey(
        allow(List.of("rds:DescribeDBClusters"), arns.rds("cluster", Arns.ANY)), updateState());
  }

  /** An instance is added to no cluster but one of ours. */
  private List<PolicyStatement> createInstance() {
    var statements = new ArrayList<PolicyStatement>();
    statements.add(
        allow(
            TAGGED_FROM_BIRTH,
            List.of("rds:CreateDBInstance", "rds:AddTagsToResource"),
            arns.rds("db", Arns.ANY)));
    statements.add(allow(OURS, List.of("rds:CreateDBInstance"), arns.rds("cluster", Arns.ANY)));
    statements.add(
        allow(
            List.of("rds:CreateDBInstance"),
            arns.subnetGroup(),
            arns.rds("cluster-pg", Arns.ANY),
            arns.rds("pg", Arns.ANY),
            arns.rds("og", Arns.ANY)));
    statements.add(allow(List.of("rds:DescribeDBInstances"), arns.rds("db", Arns.ANY)));
    statements.addAll(lendKeys(arns.anyKey(), arns.through("rds", arns.region())));
    return statements;
  }

  private List<PolicyStatement> waitForInstance() {
    return withTableKey(
        allow(List.of("rds:DescribeDBInstances"), arns.rds("db", Arns.ANY)), updateState());
  }

  /** RDS makes the secret in the caller's name (Aurora User Guide, "Password management"). */
  private List<PolicyStatement> applySettings() {
    return List.of(
        allow(OURS, List.of("rds:ModifyDBCluster"), arns.rds("cluster", Arns.ANY)),
        allow(
            List.of("secretsmanager:CreateSecret", "secretsmanager:TagResource"),
            arns.clusterSecret()),
        allow(List.of("kms:DescribeKey"), arns.ownKey()));
  }

  private List<PolicyStatement> waitForSettings() {
    return waitForCluster();
  }

  private List<PolicyStatement> verifyRestore() {
    return List.of(
        allow(List.of("rds:DescribeDBClusters"), arns.rds("cluster", Arns.ANY)),
        allow(List.of("rds:DescribeDBInstances"), arns.rds("db", Arns.ANY)),
        // Any: one that differs from the plan's is to be reported, not to be out of sight.
        allow(List.of("rds:DescribeDBSubnetGroups"), arns.rds("subgrp", Arns.ANY)));
  }

  /** Of every machine that report-failure is started for; see {@link FailureReports}. */
  private List<PolicyStatement> describeFailure() {
    var executions = FailureReports.REPORTED.stream().map(arns::executions).toArray(String[]::new);
    return List.of(
        allow(List.of("states:DescribeExecution", "states:GetExecutionHistory"), executions));
  }

  /** A write that is refused is followed by a look at whose the operation is. */
  private PolicyStatement updateState() {
    return allow(List.of("dynamodb:GetItem", "dynamodb:UpdateItem"), tables.state().getTableArn());
  }

  /** DynamoDB uses a customer's key in the name of whoever reads or writes the table. */
  private List<PolicyStatement> withTableKey(PolicyStatement... statements) {
    var use =
        key.map(
            own ->
                allow(
                    through(arns.through("dynamodb", arns.region())),
                    List.of("kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"),
                    own.getKeyArn()));
    return Stream.concat(Stream.of(statements), use.stream()).toList();
  }

  /** RDS encrypts under a key by a grant that it takes in the caller's name, and nobody else. */
  private static List<PolicyStatement> lendKeys(String keys, String throughService) {
    return List.of(
        allow(through(throughService), List.of("kms:DescribeKey"), keys),
        allow(
            new TreeMap<>(
                Map.of(
                    "StringLike", Map.of("kms:ViaService", throughService),
                    "Bool", Map.of("kms:GrantIsForAWSResource", "true"))),
            List.of("kms:CreateGrant"),
            keys));
  }

  private static Map<String, Object> through(String service) {
    return Map.of("StringLike", Map.of("kms:ViaService", service));
  }
}
