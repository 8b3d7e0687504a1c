package aurora.restore.infra.permission;

import aurora.restore.infra.configuration.DeploymentConfiguration;
import aurora.restore.infra.configuration.EvidenceOptions;
import aurora.restore.machine.Machine;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Validations;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/**
 * The findings of cdk-nag that stand, each with the reason why. All but one are about names that a
 * role's resources end in any way: which of these roles may what on which, PermissionsTest tells
 * one by one.
 */
public final class Acknowledgments {
  private final Construct stack;

  private Acknowledgments(Construct stack) {
    this.stack = stack;
  }

  /**
   * @param deadLetters which the rules see as dead-letter queues and cdk-nag doesn't
   */
  public static void make(
      Construct stack, DeploymentConfiguration configuration, List<Queue> deadLetters) {
    new Acknowledgments(stack).patterns(asCdkNagSpells(configuration), configuration.evidence());
    for (var queue : deadLetters) {
      acknowledge(
          queue, "AwsSolutions-SQS3", "It is the dead-letter queue of a rule, and has none itself");
    }
  }

  /** What CloudFormation is to fill in, cdk-nag shows by name in angle brackets. */
  private static Arns asCdkNagSpells(DeploymentConfiguration configuration) {
    return new Arns(
        "<AWS::Partition>",
        "<AWS::Region>",
        "<AWS::AccountId>",
        "<AWS::URLSuffix>",
        configuration.name());
  }

  private void patterns(Arns arns, EvidenceOptions evidence) {
    var restored = "The input names what is restored; what is changed must have the tag as well";
    var looked = "The input names what is looked at, and looking changes nothing";
    var group = "The input names the group, or RDS its default; it is used and not changed";
    var minted = "Names are minted for each operation, all with this prefix";
    var lent =
        "The input or the snapshot names the key; it is looked at, and used through RDS alone";
    pattern(
        Arns.ANY,
        "Actions that know no resources: of RDS, EC2, X-Ray, and CloudWatch log delivery");
    pattern(arns.sourceSnapshot(), "The input names the snapshot; others share theirs");
    pattern(arns.restorableSnapshot(), "The input names the snapshot; others share theirs");
    pattern(arns.source("cluster"), looked);
    pattern(arns.source("db"), looked);
    pattern(arns.copiedSnapshot(), minted);
    pattern(arns.subnetGroup(), minted);
    pattern(
        arns.rds("cluster-snapshot", Arns.ANY),
        "The input names the final snapshot; copies are looked for, and deleted by prefix and tag");
    pattern(arns.rds("subgrp", Arns.ANY), looked);
    pattern(arns.rds("cluster", Arns.ANY), restored);
    pattern(arns.rds("db", Arns.ANY), restored);
    pattern(arns.rds("cluster-pg", Arns.ANY), group);
    pattern(arns.rds("pg", Arns.ANY), group);
    pattern(arns.rds("og", Arns.ANY), group);
    pattern(arns.ownKey(), lent);
    pattern(arns.anyKey(), lent);
    pattern(arns.clusterSecret(), "RDS mints the names of its secrets, all with this prefix");
    evidence
        .bucket()
        .ifPresent(
            bucket ->
                pattern(arns.evidence(bucket), "Copies are named after operations and their ends"));
    for (var machine : Machine.values()) {
      pattern(arns.executions(machine), "Every execution of the machine is looked after");
    }
  }

  private void pattern(String resource, String reason) {
    acknowledge(stack, "AwsSolutions-IAM5[Resource::" + resource + "]", reason);
  }

  /**
   * As the CDK's Validations would, which takes no id with more than one "::" in it, as those have
   * that name a resource of the deployment's own region.
   */
  private static void acknowledge(Construct construct, String id, String reason) {
    construct
        .getNode()
        .addMetadata(Validations.ACKNOWLEDGED_RULES_METADATA_KEY, Map.of(id, reason));
  }
}
