package aurora.restore.world;

import aurora.restore.plan.Regions;
import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Faults;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Which regions there are: those that the SDK knows, and those that a world describes. The endpoint
 * of any other has no address. In one that the account hasn't enabled, every service says that it
 * doesn't know the credentials (AWS Account Management Reference, Enable or disable AWS Regions).
 */
final class AwsRegions implements Faults {
  private final Set<String> described = new HashSet<>();
  private final List<String> notEnabled;

  AwsRegions(WorldDescription description) {
    WorldBuilder.each(description.clusters()).forEach(it -> described.add(it.region()));
    WorldBuilder.each(description.snapshots()).forEach(it -> described.add(it.region()));
    WorldBuilder.each(description.keys()).forEach(it -> described.add(it.region()));
    WorldBuilder.each(description.vpcs()).forEach(it -> described.add(it.region()));
    this.notEnabled = List.copyOf(WorldBuilder.each(description.regionsNotEnabled()));
  }

  /**
   * @param host e.g. {@code rds.us-east-1.amazonaws.com}
   */
  boolean hasHost(String host) {
    var labels = host.split("\\.");
    // The endpoints of accounts have other forms than SERVICE.REGION.
    return labels.length < 4
        || !labels[1].matches("[a-z]{2,}(-[a-z]+)+-[0-9]+")
        || described.contains(labels[1])
        || Regions.isKnown(labels[1]);
  }

  @Override
  public void before(Caller caller, String service, String operation, SdkPojo request) {
    if (!notEnabled.contains(caller.region())) {
      return;
    }
    throw switch (service) {
      case "ec2" ->
          new AwsError(
              "AuthFailure", 401, "AWS was not able to validate the provided access credentials");
      case "kms", "dynamodb", "states" ->
          new AwsError(
              "UnrecognizedClientException",
              400,
              "The security token included in the request is invalid.");
      case String _ ->
          new AwsError(
              "InvalidClientTokenId",
              403,
              "The security token included in the request is invalid.");
    };
  }
}
