package aurora.restore.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aurora.restore.stories.RunbookInput;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Regions that AWS doesn't have, and those that an account hasn't enabled. */
class RegionsTest {
  private static ObjectNode input(String source, String target) {
    return RunbookInput.input().with("source_region", source).with("target_region", target).json();
  }

  @Test
  void nothingIsMadeUpInARegionThatAwsDoesNotHave() {
    var source = World.describedBy(input("us-west-9", "us-west-2")); // refused by name
    assertThat(source.snapshots()).isEmpty();
    assertThat(source.clusters()).isEmpty();
    assertThat(source.vpcs()).isEmpty();
    var target = input("us-east-1", "us-west-9");
    assertThat(World.describedBy(target).vpcs()).isEmpty();
    assertThat(World.home(target)).isEqualTo("us-west-2");
  }

  @Test
  void callToARegionThatAwsDoesNotHaveFindsNoHost() {
    try (var world = World.of(input("us-west-9", "us-west-2"), 1)) {
      assertThatThrownBy(() -> world.console().rds("us-west-9").describeDBClusterSnapshots())
          .isInstanceOf(SdkClientException.class)
          .hasRootCauseInstanceOf(UnknownHostException.class);
      assertThatThrownBy(() -> world.console().kms("us-west-9").describeKey(it -> it.keyId("k")))
          .isInstanceOf(SdkClientException.class)
          .hasRootCauseInstanceOf(UnknownHostException.class);
    }
  }

  @Test
  void regionThatIsNotEnabledDoesNotKnowTheCredentials() {
    var description = World.describedBy(input("us-east-1", "af-south-1")).notEnabled("af-south-1");
    try (var world = new World(description, "us-west-2", 1)) {
      assertThatThrownBy(() -> world.console().rds("af-south-1").describeDBClusters())
          .isInstanceOfSatisfying(
              AwsServiceException.class,
              e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidClientTokenId"));
      assertThatThrownBy(() -> world.console().ec2("af-south-1").describeSubnets())
          .isInstanceOfSatisfying(
              AwsServiceException.class,
              e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AuthFailure"));
      assertThatThrownBy(() -> world.console().kms("af-south-1").describeKey(it -> it.keyId("k")))
          .isInstanceOfSatisfying(
              AwsServiceException.class,
              e ->
                  assertThat(e.awsErrorDetails().errorCode())
                      .isEqualTo("UnrecognizedClientException"));
      assertThat(world.console().rds("us-east-1").describeDBClusters().dbClusters()).hasSize(1);
    }
  }
}
