package aurora.restore.infra.proof;

import aurora.restore.operation.Ownership;
import aurora.restore.simulation.Caller;
import aurora.restore.simulation.rds.RdsKind;
import aurora.restore.simulation.rds.Resource;
import aurora.restore.world.World;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.model.Tag;

/** What requests to RDS name: its ARN, and its tags where it is there. */
record RdsThings(World world, Caller caller) {
  static final String RESOURCE_TAG = "aws:ResourceTag";

  /** The group that RDS takes where the request names none; its name is RDS's. */
  private static final String DEFAULT = "default.any";

  /** In the caller's account and region, unless it is an ARN already. */
  String arn(RdsKind kind, String identifier) {
    return identifier.startsWith("arn:")
        ? identifier
        : "arn:aws:rds:%s:%s:%s:%s"
            .formatted(caller.region(), caller.account(), kind.arnType(), identifier);
  }

  /** RDS's own group where the request names none. */
  String group(RdsKind kind, String identifier) {
    return arn(kind, Objects.requireNonNullElse(identifier, DEFAULT));
  }

  String optionGroup() {
    return "arn:aws:rds:%s:%s:og:default:any".formatted(caller.region(), caller.account());
  }

  /** The cluster's own, made by the same operation: a member goes where its cluster is. */
  Stream<String> subnetGroupOf(String clusterArn) {
    return madeWith(clusterArn, RdsKind.SUBNET_GROUP);
  }

  /** All instances of its operation, which makes one cluster. */
  Stream<String> membersOf(String clusterArn) {
    return madeWith(clusterArn, RdsKind.INSTANCE);
  }

  private Stream<String> madeWith(String clusterArn, RdsKind kind) {
    var operation = tagsOf(clusterArn).get(Ownership.TAG);
    return world.resources().stream()
        .filter(it -> it.kind() == kind && it.region().equals(caller.region()))
        .filter(it -> operation != null && operation.equals(it.tags().get(Ownership.TAG)))
        .map(Resource::arn);
  }

  Optional<Resource> found(String arn) {
    return world.resources().stream().filter(it -> it.arn().equals(arn)).findFirst();
  }

  Map<String, String> tagsOf(String arn) {
    return found(arn).map(Resource::tags).orElse(Map.of());
  }

  static Map<String, String> tags(List<Tag> tags) {
    return tags.stream().collect(Collectors.toMap(Tag::key, Tag::value));
  }

  /**
   * @param operation of the API, which the action is called after
   */
  static Demand demand(String operation, String arn) {
    return Demand.of("rds:" + operation, arn);
  }

  /** With the tags that the resource has. */
  Demand asked(String operation, String arn) {
    return demand(operation, arn).with(RESOURCE_TAG, tagsOf(arn));
  }

  /** On one resource, or on all of its kind where the request names none. */
  Demand one(String operation, RdsKind kind, String identifier) {
    return asked(operation, arn(kind, Objects.requireNonNullElse(identifier, "*")));
  }
}
