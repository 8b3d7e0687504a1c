package aurora.restore.infra.proof;

import aurora.restore.infra.Synthesized;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Copies of a template in which one function may do more than it was given.
 *
 * @param function its placeholder
 */
record Widened(Synthesized stack, String function) {
  /**
   * With an action on everything in a statement of its own, the last one of the function's role.
   */
  Synthesized byStatement(String action) {
    var template = stack.template().deepCopy();
    policies(template)
        .getLast()
        .addObject()
        .put("Effect", "Allow")
        .put("Action", action)
        .put("Resource", "*");
    return new Synthesized(template);
  }

  /**
   * With one more action in a statement that is there.
   *
   * @param position of the statement among all of the function's
   */
  Synthesized byAction(String action, int position) {
    var template = stack.template().deepCopy();
    var statement =
        (ObjectNode)
            policies(template).stream()
                .flatMap(statements -> StreamSupport.stream(statements.spliterator(), false))
                .toList()
                .get(position);
    var before = Synthesized.texts(statement.path("Action"));
    var actions = statement.putArray("Action");
    before.forEach(actions::add);
    actions.add(action);
    return new Synthesized(template);
  }

  /** The statements of each policy of the function's role, first those within the role. */
  private List<ArrayNode> policies(JsonNode template) {
    var copy = new Synthesized(template);
    var role =
        copy.resource("AWS::Lambda::Function", function)
            .properties()
            .at("/Role/Fn::GetAtt/0")
            .asText();
    var inline =
        StreamSupport.stream(
                copy.resource("AWS::IAM::Role", role).properties().path("Policies").spliterator(),
                false)
            .map(policy -> policy.at("/PolicyDocument/Statement"));
    var attached =
        copy.resources("AWS::IAM::Policy").stream()
            .map(Synthesized.Resource::properties)
            .filter(policy -> policy.at("/Roles/0/Ref").asText().equals(role))
            .map(policy -> policy.at("/PolicyDocument/Statement"));
    return Stream.concat(inline, attached).map(ArrayNode.class::cast).toList();
  }
}
