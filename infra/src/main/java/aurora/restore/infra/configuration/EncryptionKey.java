package aurora.restore.infra.configuration;

/** Whose key encrypts the tables, the topic, the queues and the logs. */
public enum EncryptionKey {
  /**
   * DynamoDB, SQS and CloudWatch Logs encrypt under keys of their own, without cost. SNS has none
   * that alarms could use: the topic isn't encrypted at rest.
   */
  AWS_OWNED("aws-owned"),

  /** The stack makes a key that rotates; it outlives the stack, as the tables do. */
  CUSTOMER_MANAGED("customer-managed");

  private final String spelling;

  EncryptionKey(String spelling) {
    this.spelling = spelling;
  }

  /** As the configuration says it. */
  public String spelling() {
    return spelling;
  }
}
