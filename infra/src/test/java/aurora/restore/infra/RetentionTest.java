package aurora.restore.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What stays when the stack goes. With {@code RetainExceptOnCreate} a resource stays when the stack
 * is deleted, and goes when the deployment that made it is rolled back (CloudFormation Template
 * Reference, "DeletionPolicy attribute").
 */
class RetentionTest {
  private static final List<Synthesized> ALL =
      List.of(
          Synthesized.shipped(),
          Synthesized.awsOwned(),
          Synthesized.customerManaged(),
          Synthesized.inVpc());

  private static List<Map.Entry<String, JsonNode>> whose(Synthesized stack, String policy) {
    return stack.template().path("Resources").properties().stream()
        .filter(entry -> entry.getValue().path("DeletionPolicy").asText().equals(policy))
        .toList();
  }

  @Test
  void keyAndTopicGoWhenTheFirstDeploymentIsRolledBack() {
    assertThat(whose(Synthesized.shipped(), "RetainExceptOnCreate"))
        .extracting(entry -> entry.getValue().path("Type").asText())
        .containsExactlyInAnyOrder("AWS::KMS::Key", "AWS::SNS::Topic");
    assertThat(whose(Synthesized.awsOwned(), "RetainExceptOnCreate"))
        .extracting(entry -> entry.getValue().path("Type").asText())
        .containsExactly("AWS::SNS::Topic");
  }

  @Test
  void nothingElseStaysThenButWhatIsProtectedFromDeletion() {
    for (var stack : ALL) {
      assertThat(whose(stack, "Retain"))
          .hasSize(2)
          .as("a rollback that is to delete it would fail")
          .allMatch(
              entry -> entry.getValue().at("/Properties/DeletionProtectionEnabled").asBoolean());
    }
  }

  @Test
  void whatStaysWhenTheStackIsDeletedStaysWhenItIsReplacedToo() {
    for (var stack : ALL) {
      assertThat(stack.template().path("Resources"))
          .filteredOn(resource -> resource.path("DeletionPolicy").asText().startsWith("Retain"))
          .isNotEmpty()
          .allMatch(resource -> resource.path("UpdateReplacePolicy").asText().equals("Retain"));
    }
  }
}
