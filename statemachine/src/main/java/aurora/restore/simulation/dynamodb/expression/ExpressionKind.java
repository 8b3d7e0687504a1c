package aurora.restore.simulation.dynamodb.expression;

import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.dynamodb.value.Invalid;

/** Which member of a request an expression is. */
public enum ExpressionKind {
  CONDITION("ConditionExpression"),
  FILTER("FilterExpression"),
  KEY_CONDITION("KeyConditionExpression"),
  PROJECTION("ProjectionExpression"),
  UPDATE("UpdateExpression");

  private final String member;

  ExpressionKind(String member) {
    this.member = member;
  }

  AwsError invalid(String message, Object... subjects) {
    return Invalid.request("Invalid " + member + ": " + message.formatted(subjects));
  }

  AwsError wrongOperand(String operator, String type) {
    return invalid(
        "Incorrect operand type for operator or function; operator or function: %s, operand type:"
            + " %s",
        operator, type);
  }
}
