package aurora.restore.plan;

import static aurora.restore.plan.InputKey.CLUSTER_PARAMETER_GROUP;
import static aurora.restore.plan.InputKey.INSTANCE_PARAMETER_GROUP;

import aurora.restore.rds.RdsLookup;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.rds.model.DBClusterParameterGroup;
import software.amazon.awssdk.services.rds.model.DBEngineVersion;
import software.amazon.awssdk.services.rds.model.DBParameterGroup;

/** The parameter groups that the input names: there, and of the engine version's family. */
final class ParameterGroupChecks {
  private final RdsLookup rds;
  private final RestoreRequest request;
  private final PreflightFindings findings;

  /**
   * @param rds of the target region
   */
  ParameterGroupChecks(RdsLookup rds, RestoreRequest request, PreflightFindings findings) {
    this.rds = rds;
    this.request = request;
    this.findings = findings;
  }

  /** Families are compared where the version is known. */
  void check(EngineOffer offer) {
    var family = offer.version().map(DBEngineVersion::dbParameterGroupFamily);
    check(
        CLUSTER_PARAMETER_GROUP,
        request.cluster().parameterGroup(),
        name ->
            rds.clusterParameterGroup(name).map(DBClusterParameterGroup::dbParameterGroupFamily),
        family);
    check(
        INSTANCE_PARAMETER_GROUP,
        request.instances().parameterGroup(),
        name -> rds.parameterGroup(name).map(DBParameterGroup::dbParameterGroupFamily),
        family);
  }

  private void check(
      InputKey key, String name, Function<String, Optional<String>> look, Optional<String> family) {
    if (name == null) {
      return;
    }
    var looked = findings.unlessDenied(key.key() + " wasn't checked", () -> look.apply(name));
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
}
