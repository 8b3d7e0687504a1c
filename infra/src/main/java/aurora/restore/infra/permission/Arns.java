package aurora.restore.infra.permission;

import aurora.restore.infra.configuration.DeploymentConfiguration;
import aurora.restore.machine.Machine;
import java.util.List;
import software.amazon.awscdk.Stack;

/**
 * The ARNs that permissions name. What the pipeline makes, it makes in the stack's own region; only
 * sources are in others.
 *
 * @param partition e.g. {@code aws}
 * @param region the stack's, which is the target region of its restores
 * @param account the stack's
 * @param urlSuffix e.g. {@code amazonaws.com}
 * @param deployment what the names of the deployment's functions and state machines begin with
 */
public record Arns(
    String partition, String region, String account, String urlSuffix, String deployment) {
  /**
   * What names of copies and subnet groups begin with: the plan mints them so, and roles touch no
   * others.
   */
  static final String PREFIX = "aurora-restore-";

  public static final String ANY = "*";

  public static Arns of(Stack stack, DeploymentConfiguration configuration) {
    return new Arns(
        stack.getPartition(),
        stack.getRegion(),
        stack.getAccount(),
        stack.getUrlSuffix(),
        configuration.name());
  }

  /** As it is deployed, e.g. {@code aurora-restore-report-failure}. */
  public String machineName(Machine machine) {
    return deployment + "-" + machine.id();
  }

  /**
   * Put together from the name: machines refer to each other, and functions to the machines that
   * call them, which CloudFormation couldn't make in any order.
   */
  public String machine(Machine machine) {
    return arn("states", region, account, "stateMachine:" + machineName(machine));
  }

  /**
   * Put together too: a role is made before the function that it is of.
   *
   * @param name e.g. {@code aurora-restore-copy-snapshot}
   */
  public String function(String name) {
    return arn("lambda", region, account, "function:" + name);
  }

  /** Of the region too: dashboards are the account's, and there may be a deployment elsewhere. */
  public String dashboard() {
    return deployment + "-" + region;
  }

  /** All alarms of the region: an account may let others than the deployment's tell the topic. */
  String alarms() {
    return arn("cloudwatch", region, account, "alarm:" + ANY);
  }

  /** All log groups of functions and machines of the deployment, and no others. */
  public List<String> logGroups() {
    return List.of(
        arn("logs", region, account, "log-group:/aws/lambda/" + deployment + "-" + ANY),
        arn("logs", region, account, "log-group:/aws/vendedlogs/states/" + deployment + "-" + ANY));
  }

  /** All executions of a machine. */
  String executions(Machine machine) {
    return arn("states", region, account, "execution:" + machineName(machine) + ":" + ANY);
  }

  /** In the target region, e.g. {@code rds("cluster", "*")}. */
  String rds(String type, String name) {
    return arn("rds", region, account, type + ":" + name);
  }

  /** In any region, as sources are. */
  String source(String type) {
    return arn("rds", ANY, account, type + ":" + ANY);
  }

  /** In any region, of any account: others share theirs. */
  String sourceSnapshot() {
    return arn("rds", ANY, ANY, "cluster-snapshot:" + ANY);
  }

  /** In the target region, of any account: a shared snapshot is restored from where it is. */
  String restorableSnapshot() {
    return arn("rds", region, ANY, "cluster-snapshot:" + ANY);
  }

  String copiedSnapshot() {
    return rds("cluster-snapshot", PREFIX + ANY);
  }

  String subnetGroup() {
    return rds("subgrp", PREFIX + ANY);
  }

  /** Of the target region: the account's own. */
  String ownKey() {
    return arn("kms", region, account, "key/" + ANY);
  }

  /** Of any region and account: a shared snapshot is under its owner's key. */
  String anyKey() {
    return arn("kms", ANY, ANY, "key/" + ANY);
  }

  /** Secrets that RDS makes for the clusters it manages the master password of. */
  String clusterSecret() {
    return arn("secretsmanager", region, account, "secret:rds!cluster-" + ANY);
  }

  /** Copies of evidence in a bucket, whose name is nobody else's in the partition. */
  String evidence(String bucket) {
    return arn("s3", "", "", bucket + "/evidence/" + ANY);
  }

  /** Through which a role asks for RDS, without which no cluster can be made. */
  String rdsServiceLinkedRole() {
    return role("aws-service-role/rds.amazonaws.com/AWSServiceRoleForRDS");
  }

  /**
   * Of the stack's account: a role can't be passed to a service from another one.
   *
   * @param name with its path before it, if it has one
   */
  public String role(String name) {
    return arn("iam", "", account, "role/" + name);
  }

  /** What a key's policy sees a call come through, e.g. {@code rds.us-west-2.amazonaws.com}. */
  String through(String service, String inRegion) {
    return String.join(".", service, inRegion, urlSuffix);
  }

  private String arn(String service, String inRegion, String ofAccount, String resource) {
    return String.join(":", "arn", partition, service, inRegion, ofAccount, resource);
  }
}
