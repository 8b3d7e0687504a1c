package aurora.restore.shrink;

/**
 * A call of a method.
 *
 * @param owner the class that it names, which may have inherited the method
 */
record Call(String owner, String name, String descriptor) {
  private static final String CONSTRUCTOR = "<init>";

  /**
   * What methods are told apart by. Constructors aren't inherited. Of all others one of the same
   * name and descriptor counts as called, whatever its class: who overrides what needn't be known.
   */
  String signature() {
    return name.equals(CONSTRUCTOR) ? owner + name + descriptor : name + descriptor;
  }

  static String constructor(String type) {
    return new Call(type, CONSTRUCTOR, "()V").signature();
  }
}
