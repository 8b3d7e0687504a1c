package aurora.restore.simulation.dynamodb.value;

import aurora.restore.simulation.AwsError;

/** How DynamoDB refuses what it can't make sense of. */
public final class Invalid {
  private Invalid() {}

  public static AwsError request(String message, Object... subjects) {
    return new AwsError("ValidationException", 400, message.formatted(subjects));
  }

  /** Of a value that is well-formed and yet not one for its place. */
  public static AwsError parameter(String message, Object... subjects) {
    return request("One or more parameter values were invalid: " + message, subjects);
  }

  /**
   * Of a member that breaks what the API's own model says of it.
   *
   * @param member as the API names it, e.g. {@code transactItems}
   */
  public static AwsError member(String member, String constraint) {
    return request(
        "1 validation error detected: Value at '%s' failed to satisfy constraint: %s",
        member, constraint);
  }
}
