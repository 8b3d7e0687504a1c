package aurora.restore.simulation.strict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aurora.restore.simulation.AwsError;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.model.CopyDbClusterSnapshotRequest;

class MembersTest {
  private final Members members =
      Members.of(
          CopyDbClusterSnapshotRequest.builder()
              .sourceDBClusterSnapshotIdentifier("x")
              .kmsKeyId("")
              .copyTags(false)
              .build());

  @Test
  void memberOutsideTheModelEndsTheRunByName() {
    assertThatThrownBy(() -> members.modelled(Set.of("SourceDBClusterSnapshotIdentifier")))
        .isInstanceOf(NotModelledError.class)
        .hasMessageContaining("CopyDbClusterSnapshotRequest carries CopyTags");
  }

  @Test
  void emptyTextAndUntouchedListsCountAsAbsent() {
    assertThat(members.given("KmsKeyId")).isFalse();
    assertThat(members.given("Tags")).isFalse();
    assertThat(members.given("CopyTags")).isTrue();
  }

  @Test
  void missingMemberIsRefusedByName() {
    assertThatThrownBy(() -> members.required("KmsKeyId"))
        .isInstanceOf(AwsError.class)
        .hasMessageContaining("KmsKeyId");
  }

  @Test
  void memberThatTheSdkDoesNotKnowIsAMistakeOfTheSimulation() {
    assertThatThrownBy(() -> members.given("Colour")).isInstanceOf(NotModelledError.class);
  }
}
