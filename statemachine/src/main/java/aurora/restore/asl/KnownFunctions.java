package aurora.restore.asl;

import java.util.Set;

/**
 * The functions of JSONata that definitions here call, all of them the library's own. Step
 * Functions has more, some of which it adds itself or which ask for the time or for chance (Step
 * Functions Developer Guide, "Transforming data with JSONata in Step Functions"): a definition that
 * needs one adds it here, and the engine learns it where the library can't do it.
 */
final class KnownFunctions {
  private static final Set<String> NAMES = Set.of("append", "exists", "length", "merge", "string");

  private KnownFunctions() {}

  static boolean contains(String name) {
    return NAMES.contains(name);
  }

  static String hint(String name) {
    return NearestName.hint(name, NAMES);
  }
}
