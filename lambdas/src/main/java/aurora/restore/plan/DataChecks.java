package aurora.restore.plan;

import static aurora.restore.plan.InputKey.VERIFICATION;

import aurora.restore.operation.Arn;
import aurora.restore.operation.ClusterPlan;
import aurora.restore.operation.DataVerification;
import aurora.restore.statement.ReadOnlyStatement;
import java.util.List;
import java.util.Optional;

/** Whether the checks by SQL that are asked can be made: looked at before anything is. */
final class DataChecks {
  private static final String LEAVE_OUT = "leave verification out, or ";

  private final RestoreRequest request;
  private final String account;
  private final List<String> secretArns;
  private final PreflightFindings findings;

  /**
   * @param secretArns the secrets that the deployment may read
   */
  DataChecks(
      RestoreRequest request, String account, List<String> secretArns, PreflightFindings findings) {
    this.request = request;
    this.account = account;
    this.secretArns = secretArns;
    this.findings = findings;
  }

  /** Checks what the plan says of the cluster, and all that the input says by itself. */
  void check(ClusterPlan cluster, String instanceClass) {
    if (request.verification() == null) {
      return;
    }
    version(cluster.engine(), cluster.engineVersion());
    if (!DataApiOffer.ofClass(instanceClass)) {
      findings.stop(
          VERIFICATION,
          "needs the Data API, which " + instanceClass + " doesn't have",
          LEAVE_OUT + "name an instance_class that isn't of the T family");
    }
    checkWithoutCluster();
  }

  /** Checks what the input says by itself, where there is no snapshot to make a plan of. */
  void checkWithoutCluster() {
    Optional.ofNullable(request.verification())
        .ifPresent(
            verification -> {
              region();
              secret(verification);
              statements(verification);
            });
  }

  private void version(String engine, String version) {
    var name = engine + " " + version;
    var offered = DataApiOffer.ofVersion(engine, version);
    if (offered.isEmpty()) {
      findings.warn("whether " + name + " has the Data API, which verification needs, isn't known");
    } else if (!offered.get()) {
      findings.stop(
          VERIFICATION,
          "needs the Data API, which " + name + " doesn't have",
          LEAVE_OUT + "name an engine_version that has it");
    }
  }

  private void region() {
    var region = request.targetRegion();
    var offered = DataApiOffer.inRegion(region);
    if (offered.isEmpty()) {
      findings.warn(
          "whether " + region + " has the Data API, which verification needs, isn't known");
    } else if (!offered.get()) {
      findings.stop(
          VERIFICATION,
          "needs the Data API, which " + region + " doesn't have",
          LEAVE_OUT + "restore into another region");
    }
  }

  private void secret(DataVerification verification) {
    if (verification.isManaged()) {
      return;
    }
    var arn = verification.secretArn();
    if (!new Arn(arn).account().equals(account)) {
      findings.stop(
          VERIFICATION,
          "names a secret of account " + new Arn(arn).account(),
          "name one of account " + account + ", or managed");
    } else if (!secretArns.contains(arn)) {
      findings.stop(
          VERIFICATION,
          "names secret " + arn + ", which this deployment may not read",
          secretArns.isEmpty()
              ? "add it to the deployment's checkSecrets, or name managed"
              : "name one of " + String.join(", ", secretArns) + ", or managed");
    }
  }

  private void statements(DataVerification verification) {
    for (var check : verification.checks()) {
      ReadOnlyStatement.objection(check.sql())
          .ifPresent(
              why ->
                  findings.stop(
                      VERIFICATION,
                      "check " + check.name() + " " + why,
                      "give it one SELECT or WITH … SELECT that only reads"));
    }
  }
}
