package aurora.restore.simulation.rds;

import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.rds.model.DBClusterParameterGroup;
import software.amazon.awssdk.services.rds.model.DBParameterGroup;

/** A parameter group, of clusters or of instances. */
final class ParameterGroup extends RdsResource {
  final String family;

  ParameterGroup(
      RdsKind kind,
      AccountRegion place,
      String identifier,
      Birth birth,
      Map<String, String> tags,
      String family) {
    super(kind, place, identifier, birth, tags);
    this.family = family;
  }

  /** Parameter groups have no status of their own on the wire. */
  @Override
  String status(Instant now) {
    return "available";
  }

  /** Refuses a group made for another family than the version's. */
  ParameterGroup requireFamily(EngineVersion version) {
    if (!family.equals(version.family())) {
      throw Refusal.invalidCombination(
          "The Parameter Group %s with DBParameterGroupFamily %s cannot be used for this instance. Please use a Parameter Group with DBParameterGroupFamily %s"
              .formatted(identifier, family, version.family()));
    }
    return this;
  }

  DBClusterParameterGroup clusterView() {
    return DBClusterParameterGroup.builder()
        .dbClusterParameterGroupName(identifier)
        .dbClusterParameterGroupArn(arn())
        .dbParameterGroupFamily(family)
        .description(identifier)
        .build();
  }

  DBParameterGroup instanceView() {
    return DBParameterGroup.builder()
        .dbParameterGroupName(identifier)
        .dbParameterGroupArn(arn())
        .dbParameterGroupFamily(family)
        .description(identifier)
        .build();
  }
}
