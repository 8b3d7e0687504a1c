package aurora.restore.plan;

import static aurora.restore.plan.InputKey.CLUSTER_PARAMETER_GROUP;
import static aurora.restore.plan.InputKey.INSTANCE_PARAMETER_GROUP;

import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBClusterParameterGroup;
import software.amazon.awssdk.services.rds.model.DBEngineVersion;
import software.amazon.awssdk.services.rds.model.DBParameterGroup;
import software.amazon.awssdk.services.rds.model.DbClusterParameterGroupNotFoundException;
import software.amazon.awssdk.services.rds.model.DbParameterGroupNotFoundException;

/** The parameter groups that the input names: there, and of the engine version's family. */
final class ParameterGroupChecks {
  private final RdsClient rds;
  private final RestoreRequest request;
  private final Findings findings;

  /**
   * @param rds of the target region
   */
  ParameterGroupChecks(RdsClient rds, RestoreRequest request, Findings findings) {
    this.rds = rds;
    this.request = request;
    this.findings = findings;
  }

  /** Families are compared where the version is known. */
  void check(EngineOffer offer) {
    var family = offer.version().map(DBEngineVersion::dbParameterGroupFamily);
    check(
        CLUSTER_PARAMETER_GROUP, request.clusterParameterGroup(), this::clusterGroupFamily, family);
    check(
        INSTANCE_PARAMETER_GROUP,
        request.instanceParameterGroup(),
        this::instanceGroupFamily,
        family);
  }

  private void check(
      InputKey key, String name, Supplier<Optional<String>> look, Optional<String> family) {
    if (name == null) {
      return;
    }
    var looked = findings.unlessDenied(key.key() + " wasn't checked", look);
    if (looked.isEmpty()) {
      return;
    }
    var found = looked.get();
    if (found.isEmpty()) {
      findings.stop(
          key,
          "no group " + name + " in " + request.targetRegion(),
          "name one of the target region, or leave it out to have the engine's default");
    } else if (family.isPresent() && !family.equals(found)) {
      findings.stop(
          key,
          "group "
              + name
              + " is of family "
              + found.get()
              + ", and the engine's version needs "
              + family.get(),
          "name a group of that family, or leave it out to have the engine's default");
    }
  }

  private Optional<String> clusterGroupFamily() {
    try {
      return rds
          .describeDBClusterParameterGroups(
              query -> query.dbClusterParameterGroupName(request.clusterParameterGroup()))
          .dbClusterParameterGroups()
          .stream()
          .map(DBClusterParameterGroup::dbParameterGroupFamily)
          .findFirst();
    } catch (DbClusterParameterGroupNotFoundException | DbParameterGroupNotFoundException e) {
      return Optional.empty(); // a finding of the caller's; RDS has used either code
    }
  }

  private Optional<String> instanceGroupFamily() {
    try {
      return rds
          .describeDBParameterGroups(
              query -> query.dbParameterGroupName(request.instanceParameterGroup()))
          .dbParameterGroups()
          .stream()
          .map(DBParameterGroup::dbParameterGroupFamily)
          .findFirst();
    } catch (DbParameterGroupNotFoundException e) {
      return Optional.empty(); // a finding of the caller's
    }
  }
}
