package aurora.restore.operation;

/** What a KMS key is called by. */
public final class KeyNames {
  private KeyNames() {}

  /**
   * Whether it is the ARN of a key, which is what RDS shows of a resource. An alias, or its ARN,
   * stands for a key that the plan wasn't allowed to look up: there is nothing to compare.
   *
   * @param name null: none
   */
  public static boolean isOfKey(String name) {
    return name != null && name.contains(":key/");
  }
}
