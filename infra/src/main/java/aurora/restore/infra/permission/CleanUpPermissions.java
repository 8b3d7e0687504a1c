package aurora.restore.infra.permission;

import static aurora.restore.infra.permission.Grants.INHERITED_TAGS;
import static aurora.restore.infra.permission.Grants.OURS;
import static aurora.restore.infra.permission.Grants.allow;
import static aurora.restore.infra.permission.Grants.deny;

import aurora.restore.machine.Machine;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.services.iam.PolicyStatement;

/**
 * What the functions of the clean-up may do, and the reaper that starts it. One of them alone
 * deletes resources, and another alone deletes records.
 */
record CleanUpPermissions(Arns arns, Grants grants) {
  List<PolicyStatement> plan() {
    var statements = looks();
    statements.add(executions());
    statements.add(allow(List.of("rds:DescribeAccountAttributes"), Arns.ANY));
    statements.addAll(grants.withTableKey(grants.readState()));
    return statements;
  }

  /**
   * Deletes by the tag, and by name as well where names are minted: a snapshot that was restored
   * from has neither.
   *
   * <p>A final snapshot's name is the input's, and there is nothing yet that could carry a tag. The
   * tags may be none but the cluster's, which its final snapshot inherits; and nothing is tagged
   * here that could then be deleted for its tag. Of a cluster's deletion, too, the reference asks
   * for leave on a snapshot, which deletes none (Service Authorization Reference, DeleteDBCluster).
   * Nothing is allowed of KMS: the reference names no key that deleting a cluster or taking its
   * snapshot depends on.
   */
  List<PolicyStatement> tearDown() {
    var anySnapshot = arns.rds("cluster-snapshot", Arns.ANY);
    var statements = looks();
    statements.add(Grants.handsOff());
    statements.add(allow(OURS, List.of("rds:DeleteDBInstance"), arns.rds("db", Arns.ANY)));
    statements.add(
        allow(
            OURS,
            List.of("rds:CreateDBClusterSnapshot", "rds:DeleteDBCluster", "rds:ModifyDBCluster"),
            arns.rds("cluster", Arns.ANY)));
    statements.add(
        allow(List.of("rds:CreateDBClusterSnapshot", "rds:DeleteDBCluster"), anySnapshot));
    statements.add(allow(INHERITED_TAGS, List.of("rds:AddTagsToResource"), anySnapshot));
    statements.add(deny(List.of("rds:AddTagsToResource"), arns.copiedSnapshot()));
    statements.add(allow(OURS, List.of("rds:DeleteDBClusterSnapshot"), arns.copiedSnapshot()));
    statements.add(allow(OURS, List.of("rds:DeleteDBSubnetGroup"), arns.subnetGroup()));
    statements.addAll(grants.withTableKey(grants.updateState()));
    return statements;
  }

  List<PolicyStatement> verify() {
    return looks();
  }

  /** An operation's row is emptied and stays, and so can't be deleted even here. */
  List<PolicyStatement> purge() {
    return grants.withTableKey(grants.purgeTrail(), grants.updateState());
  }

  /**
   * Deletes nothing: it starts the machines that do, and tells. It finds what ended unseen from the
   * executions themselves and the trail, and has reports that failed go on.
   */
  List<PolicyStatement> reaper() {
    var statements = looks();
    statements.add(
        allow(
            List.of("states:DescribeExecution", "states:GetExecutionHistory"),
            grants.reportedExecutions()));
    statements.add(
        allow(
            List.of("states:DescribeExecution", "states:RedriveExecution"),
            arns.executions(Machine.REPORT_FAILURE)));
    statements.add(
        allow(
            List.of("states:ListExecutions"),
            arns.machine(Machine.RESTORE),
            arns.machine(Machine.CLEAN_UP),
            arns.machine(Machine.REPORT_FAILURE)));
    statements.add(
        allow(
            List.of("states:StartExecution"),
            arns.machine(Machine.CLEAN_UP),
            arns.machine(Machine.REPORT_FAILURE)));
    statements.addAll(
        grants.withTableKey(
            grants.readState(), grants.listStates(), grants.readTrail(), grants.addToTrail()));
    statements.addAll(grants.publish());
    return statements;
  }

  private PolicyStatement executions() {
    return allow(List.of("states:DescribeExecution"), grants.reportedExecutions());
  }

  /** All of the region is looked through for the tag; tags are read of groups with our names. */
  private List<PolicyStatement> looks() {
    var statements = new ArrayList<PolicyStatement>();
    statements.add(allow(List.of("rds:DescribeDBClusters"), arns.rds("cluster", Arns.ANY)));
    statements.add(allow(List.of("rds:DescribeDBInstances"), arns.rds("db", Arns.ANY)));
    statements.add(
        allow(
            List.of("rds:DescribeDBClusterSnapshots"),
            arns.rds("cluster-snapshot", Arns.ANY),
            arns.rds("cluster", Arns.ANY)));
    statements.add(allow(List.of("rds:DescribeDBSubnetGroups"), arns.rds("subgrp", Arns.ANY)));
    statements.add(allow(List.of("rds:ListTagsForResource"), arns.subnetGroup()));
    return statements;
  }
}
