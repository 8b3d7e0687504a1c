package aurora.restore.infra;

/** Whose key encrypts the tables and the topic. */
public enum EncryptionKey {
  /**
   * DynamoDB encrypts the tables under a key of its own, without cost; the topic isn't encrypted at
   * rest.
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
