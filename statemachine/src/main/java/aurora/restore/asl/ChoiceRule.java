package aurora.restore.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One entry of {@code Choices}.
 *
 * @param comment the outcome in words, which the diagram shows; null where absent
 * @param condition a boolean literal or an expression that must come to a boolean
 * @param assign replaces the state's own Assign when this rule matches; null where absent
 * @param output replaces the state's own Output when this rule matches; null where absent
 * @param next the state to go on with
 */
public record ChoiceRule(
    String comment, JsonNode condition, ObjectNode assign, JsonNode output, String next) {}
