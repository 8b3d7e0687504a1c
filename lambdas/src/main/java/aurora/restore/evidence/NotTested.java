package aurora.restore.evidence;

import aurora.restore.operation.RestorePlan;
import java.util.ArrayList;
import java.util.List;

/** What nobody may conclude from an operation, however well it has ended. */
final class NotTested {
  private NotTested() {}

  static List<String> of(Facts facts) {
    var sentences = new ArrayList<String>();
    var plan = facts.plan();
    if (plan == null) {
      sentences.add("What was to be restored isn't known: the records hold no plan of it.");
    }
    if (facts.report() == null) {
      sentences.add("No restored cluster was verified: the records hold no report of one.");
    } else {
      addData(facts, sentences);
    }
    if (plan != null) {
      addSource(plan, sentences);
      addFailover(plan, sentences);
    }
    sentences.add(
        "No application has connected to the cluster: its endpoint, the DNS names that point to it,"
            + " routes, users and their rights were not tried.");
    sentences.add("No load was put on the cluster: how fast it answers was not measured.");
    var mandate = facts.mandate();
    if (mandate.recoveryTimeObjectiveMinutes() == null) {
      sentences.add("The input names no recovery_time_objective_minutes: none was held to.");
    }
    if (mandate.recoveryPointObjectiveMinutes() == null) {
      sentences.add("The input names no recovery_point_objective_minutes: none was held to.");
    }
    return List.copyOf(sentences);
  }

  private static void addData(Facts facts, List<String> sentences) {
    var checks = facts.report().checks();
    if (checks == null || checks.isEmpty()) {
      sentences.add("No data was looked at: the input asks for no checks by SQL.");
    } else {
      sentences.add(
          "Of the data nothing was looked at but what "
              + (checks.size() == 1 ? "1 check asks." : checks.size() + " checks ask."));
    }
    if (facts.report().measuredRpoSeconds() == null) {
      sentences.add(
          "How old the newest data was isn't measured: the recovery point is the snapshot's age.");
    }
  }

  private static void addSource(RestorePlan plan, List<String> sentences) {
    if (plan.sourceRegion().equals(plan.targetRegion())) {
      sentences.add("The snapshot was in the target region: no copy between regions was tried.");
    } else {
      sentences.add(
          "Region "
              + plan.sourceRegion()
              + " answered: that the restore works without it was not tried.");
    }
  }

  private static void addFailover(RestorePlan plan, List<String> sentences) {
    sentences.add(
        plan.readers().isEmpty()
            ? "No failover was tried: the cluster has no reader to fail over to."
            : "No failover was tried.");
  }
}
