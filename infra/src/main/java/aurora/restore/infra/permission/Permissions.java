package aurora.restore.infra.permission;

import static aurora.restore.infra.permission.Grants.OURS;
import static aurora.restore.infra.permission.Grants.TAGGED_FROM_BIRTH;
import static aurora.restore.infra.permission.Grants.allow;
import static aurora.restore.infra.permission.Grants.lendKeys;
import static aurora.restore.infra.permission.Grants.through;

import aurora.restore.infra.configuration.DeploymentConfiguration;
import aurora.restore.infra.configuration.EvidenceOptions;
import aurora.restore.machine.HandlerFunction;
import aurora.restore.machine.Machine;
import aurora.restore.machine.ScheduledFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.sns.ITopic;

/**
 * What each function may do: the calls that its handler makes, on the resources it makes them on. A
 * handler that isn't listed doesn't compile. Which resources an action knows is told by the Service
 * Authorization Reference, "Actions, resources, and condition keys for Amazon RDS".
 */
public record Permissions(
    Arns arns,
    Grants grants,
    CleanUpPermissions cleanUp,
    List<String> monitoringRoleArns,
    List<String> checkSecretArns,
    EvidenceOptions evidence) {
  private static final List<String> TO_MONITORING =
      List.of("monitoring.rds.amazonaws.com", "rds.amazonaws.com");

  public static Permissions of(
      Arns arns,
      ITable stateTable,
      ITable auditTable,
      ITopic topic,
      Optional<IKey> key,
      DeploymentConfiguration configuration) {
    var grants = new Grants(arns, stateTable, auditTable, topic, key);
    return new Permissions(
        arns,
        grants,
        new CleanUpPermissions(arns, grants),
        configuration.monitoringRoles().stream().map(arns::role).toList(),
        configuration.checkSecrets(),
        configuration.evidence());
  }

  public List<PolicyStatement> of(HandlerFunction function) {
    return switch (function) {
      case PLAN_RESTORE -> planRestore();
      case RECORD_AUDIT -> recordAudit();
      case RECORD_EVIDENCE -> recordEvidence();
      case NOTIFY -> sendMail();
      case COPY_SNAPSHOT -> copySnapshot();
      case WAIT_FOR_COPY -> waitForCopy();
      case RESTORE_CLUSTER -> restoreCluster();
      case WAIT_FOR_CLUSTER -> waitForCluster();
      case CREATE_INSTANCE -> createInstance();
      case WAIT_FOR_INSTANCE -> waitForInstance();
      case APPLY_SETTINGS -> applySettings();
      case WAIT_FOR_SETTINGS -> waitForSettings();
      case VERIFY_RESTORE -> verifyRestore();
      case RUN_CHECKS -> runChecks();
      case DESCRIBE_FAILURE -> describeFailure();
      case PLAN_CLEAN_UP -> cleanUp.plan();
      case TEAR_DOWN -> cleanUp.tearDown();
      case VERIFY_CLEAN_UP -> cleanUp.verify();
      case PURGE_RECORDS -> cleanUp.purge();
    };
  }

  public List<PolicyStatement> of(ScheduledFunction function) {
    return switch (function) {
      case REAPER -> cleanUp.reaper();
    };
  }

  /**
   * Looks at the source and at the target region, which is one of those that sources may be in.
   * What is denied all the same becomes a warning of the plan's, so that nothing may be missing
   * here.
   */
  private List<PolicyStatement> planRestore() {
    var statements = new ArrayList<PolicyStatement>();
    statements.add(
        allow(
            List.of("rds:DescribeDBClusterSnapshots"),
            arns.sourceSnapshot(),
            arns.source("cluster")));
    statements.add(allow(List.of("rds:DescribeDBClusters"), arns.source("cluster")));
    statements.add(allow(List.of("rds:DescribeDBInstances"), arns.source("db")));
    statements.add(
        allow(
            List.of("rds:DescribeDBSubnetGroups", "rds:ListTagsForResource"), arns.subnetGroup()));
    statements.add(
        allow(List.of("rds:DescribeDBClusterParameterGroups"), arns.rds("cluster-pg", Arns.ANY)));
    statements.add(allow(List.of("rds:DescribeDBParameterGroups"), arns.rds("pg", Arns.ANY)));
    statements.add(
        allow(
            List.of(
                "ec2:DescribeSecurityGroups",
                "ec2:DescribeSubnets",
                "rds:DescribeAccountAttributes",
                "rds:DescribeDBEngineVersions",
                "rds:DescribeDBMajorEngineVersions",
                "rds:DescribeOrderableDBInstanceOptions"),
            Arns.ANY)); // these know no resources
    statements.add(allow(List.of("kms:DescribeKey"), arns.anyKey()));
    // The index tells what earlier checks by SQL found.
    statements.addAll(grants.withTableKey(grants.readState(), grants.listStates()));
    return statements;
  }

  /** Looks whether an execution that has the operation runs. */
  private List<PolicyStatement> recordAudit() {
    return grants.withTableKey(
        grants.addToTrail(),
        grants.updateState(),
        allow(List.of("states:DescribeExecution"), grants.reportedExecutions()));
  }

  /**
   * Reads both tables and adds to the trail. It alone signs, by that key alone, and keeps copies in
   * that bucket alone; the policies of the two decide too.
   */
  private List<PolicyStatement> recordEvidence() {
    var statements = new ArrayList<PolicyStatement>();
    evidence.key().ifPresent(key -> statements.add(allow(List.of("kms:Sign"), key)));
    evidence
        .bucket()
        .map(arns::evidence)
        .ifPresent(copies -> statements.add(allow(List.of("s3:PutObject"), copies)));
    statements.addAll(
        grants.withTableKey(
            grants.readState(), grants.listStates(), grants.readTrail(), grants.addToTrail()));
    return statements;
  }

  /** What is told to be complete must be the operation's still. */
  private List<PolicyStatement> sendMail() {
    return Stream.concat(
            grants.publish().stream(), grants.withTableKey(grants.readState()).stream())
        .toList();
  }

  /**
   * A copy is asked for on its source and on its target alike, and has our tag from birth. Across
   * regions it is asked of the source's region as well, by a URL that is signed for it, where
   * whether the tags are looked at isn't documented. A failed copy of ours is replaced, hence the
   * deletion.
   */
  private List<PolicyStatement> copySnapshot() {
    var statements = new ArrayList<PolicyStatement>();
    statements.add(
        allow(TAGGED_FROM_BIRTH, List.of("rds:CopyDBClusterSnapshot"), arns.sourceSnapshot()));
    statements.add(
        allow(
            Map.of("StringNotEquals", Map.of("aws:RequestedRegion", arns.region())),
            List.of("rds:CopyDBClusterSnapshot"),
            arns.sourceSnapshot()));
    statements.add(
        allow(TAGGED_FROM_BIRTH, List.of("rds:AddTagsToResource"), arns.copiedSnapshot()));
    statements.add(allow(List.of("rds:CrossRegionCommunication"), Arns.ANY)); // knows no resources
    statements.add(allow(List.of("rds:DescribeDBClusterSnapshots"), arns.copiedSnapshot()));
    statements.add(allow(OURS, List.of("rds:DeleteDBClusterSnapshot"), arns.copiedSnapshot()));
    statements.add(Grants.handsOff());
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
    statements.addAll(grants.withTableKey(grants.updateState()));
    return statements;
  }

  /** A copy that failed doesn't say why: its source, the keys and its events are looked at. */
  private List<PolicyStatement> waitForCopy() {
    return grants.withTableKey(
        allow(List.of("rds:DescribeDBClusterSnapshots"), arns.sourceSnapshot()), // copies too
        allow(List.of("kms:DescribeKey"), arns.anyKey()),
        allow(List.of("rds:DescribeEvents"), Arns.ANY), // knows no resources
        grants.updateState());
  }

  /**
   * The new cluster's name is the input's to choose, so any name goes; its subnet group's isn't. An
   * Aurora cluster is restored without instances, and so without leave to make one.
   */
  private List<PolicyStatement> restoreCluster() {
    var statements = new ArrayList<PolicyStatement>();
    statements.add(Grants.handsOff());
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
    statements.addAll(grants.withTableKey(grants.updateState())); // whose the operation is
    return statements;
  }

  private List<PolicyStatement> waitForCluster() {
    return grants.withTableKey(
        allow(List.of("rds:DescribeDBClusters"), arns.rds("cluster", Arns.ANY)),
        grants.updateState());
  }

  /** An instance is added to no cluster but one of ours. */
  private List<PolicyStatement> createInstance() {
    var statements = new ArrayList<PolicyStatement>();
    statements.add(Grants.handsOff());
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
            arns.rds("pg", Arns.ANY),
            arns.rds("og", Arns.ANY)));
    statements.add(allow(List.of("rds:DescribeDBInstances"), arns.rds("db", Arns.ANY)));
    statements.add(allow(List.of("rds:DescribeDBClusters"), arns.rds("cluster", Arns.ANY)));
    statements.addAll(lendKeys(arns.anyKey(), arns.through("rds", arns.region())));
    statements.addAll(passMonitoringRoles());
    statements.addAll(grants.withTableKey(grants.updateState()));
    return statements;
  }

  /**
   * To RDS, for enhanced monitoring, which alone such a role trusts (Aurora User Guide, "Setting up
   * and enabling Enhanced Monitoring"). Which of the two names IAM sees isn't agreed on: the
   * reference has {@code rds.amazonaws.com} for CreateDBInstance.
   */
  private List<PolicyStatement> passMonitoringRoles() {
    return monitoringRoleArns.isEmpty()
        ? List.of()
        : List.of(
            allow(
                Map.of("StringEquals", Map.of("iam:PassedToService", TO_MONITORING)),
                List.of("iam:PassRole"),
                monitoringRoleArns.toArray(String[]::new)));
  }

  private List<PolicyStatement> waitForInstance() {
    return grants.withTableKey(
        allow(List.of("rds:DescribeDBInstances"), arns.rds("db", Arns.ANY)),
        allow(List.of("rds:DescribeDBClusters"), arns.rds("cluster", Arns.ANY)),
        grants.updateState());
  }

  /**
   * RDS makes the secret in the caller's name (Aurora User Guide, "Password management"). For
   * ModifyDBCluster the reference has {@code rds:ModifyDBInstance} as well, and doesn't say when:
   * the mode of Database Insights is the one setting here that is the instances' too. It encrypts
   * under a key by a grant, as storage does.
   */
  private List<PolicyStatement> applySettings() {
    return grants.withTableKey(
        grants.updateState(),
        Grants.handsOff(),
        allow(List.of("rds:DescribeDBClusters"), arns.rds("cluster", Arns.ANY)),
        allow(
            OURS,
            List.of("rds:ModifyDBCluster", "rds:EnableHttpEndpoint"),
            arns.rds("cluster", Arns.ANY)),
        allow(OURS, List.of("rds:ModifyDBInstance"), arns.rds("db", Arns.ANY)),
        allow(
            List.of("secretsmanager:CreateSecret", "secretsmanager:TagResource"),
            arns.clusterSecret()),
        allow(List.of("kms:DescribeKey"), arns.ownKey()),
        Grants.lendKeysUnseen(arns.ownKey(), arns.through("rds", arns.region())));
  }

  private List<PolicyStatement> waitForSettings() {
    return waitForCluster();
  }

  private List<PolicyStatement> verifyRestore() {
    return grants.withTableKey(
        grants.updateState(),
        allow(List.of("rds:DescribeDBClusters"), arns.rds("cluster", Arns.ANY)),
        allow(List.of("rds:DescribeDBInstances"), arns.rds("db", Arns.ANY)),
        // Any: one that differs from the plan's is to be reported, not to be out of sight.
        allow(List.of("rds:DescribeDBSubnetGroups"), arns.rds("subgrp", Arns.ANY)));
  }

  /**
   * Asks clusters of ours and no others. The Data API reads the secret in the caller's name: one
   * that RDS keeps for a cluster, whose name is RDS's to choose and tells nothing of whose cluster
   * it is, or one that the deployment names.
   */
  private List<PolicyStatement> runChecks() {
    var readSecrets = List.of("secretsmanager:GetSecretValue");
    var statements = new ArrayList<PolicyStatement>();
    statements.add(
        allow(
            OURS,
            List.of(
                "rds-data:BeginTransaction",
                "rds-data:ExecuteStatement",
                "rds-data:RollbackTransaction"),
            arns.rds("cluster", Arns.ANY)));
    statements.add(allow(readSecrets, arns.clusterSecret()));
    if (!checkSecretArns.isEmpty()) {
      statements.add(allow(readSecrets, checkSecretArns.toArray(String[]::new)));
    }
    return statements;
  }

  /** Of every machine that report-failure is started for; see {@link Machine#isReported}. */
  private List<PolicyStatement> describeFailure() {
    return List.of(
        allow(
            List.of("states:DescribeExecution", "states:GetExecutionHistory"),
            grants.reportedExecutions()));
  }
}
