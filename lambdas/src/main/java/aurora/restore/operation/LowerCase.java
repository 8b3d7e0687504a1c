package aurora.restore.operation;

import java.util.Locale;

/** RDS keeps identifiers, names of groups and windows in lower case, whatever it is given. */
public final class LowerCase {
  private LowerCase() {}

  /**
   * @param name null stays null
   */
  public static String of(String name) {
    return name == null ? null : name.toLowerCase(Locale.ROOT);
  }
}
