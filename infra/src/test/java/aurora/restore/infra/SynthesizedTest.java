package aurora.restore.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a role may do is read whole or not at all: each proof of permissions rests on it. */
class SynthesizedTest {
  private final ObjectNode template = Synthesized.awsOwned().template().deepCopy();
  private final Synthesized changed = new Synthesized(template);

  private ObjectNode properties(String type) {
    return (ObjectNode) changed.resources(type).getFirst().properties();
  }

  private void assertRefused(String why) {
    assertThatThrownBy(changed::statements)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(why);
  }

  @Test
  void whatIsMadeIsRead() {
    assertThat(changed.statements()).isNotEmpty();
  }

  @Test
  void aRoleWithManagedPoliciesIsRefused() {
    properties("AWS::IAM::Role")
        .putArray("ManagedPolicyArns")
        .add("arn:aws:iam::aws:policy/AdministratorAccess");

    assertRefused(changed.resources("AWS::IAM::Role").getFirst().id() + " has managed policies");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AWS::IAM::ManagedPolicy", "AWS::IAM::RolePolicy"})
  void aPolicyOfAnotherTypeIsRefused(String type) {
    ((ObjectNode) template.path("Resources")).putObject("Widening").put("Type", type);

    assertRefused("Widening is of the type " + type);
  }

  @Test
  void aPolicyOfTwoRolesIsRefused() {
    var roles = (ArrayNode) properties("AWS::IAM::Policy").path("Roles");
    roles.addObject().put("Ref", changed.resources("AWS::IAM::Role").getLast().id());

    assertRefused("isn't of one role: " + roles);
  }

  @Test
  void aPolicyOfARoleThatIsNotOfTheTemplateIsRefused() {
    properties("AWS::IAM::Policy").putArray("Roles").add("administrator");

    assertRefused("isn't of one role: [\"administrator\"]");
  }
}
