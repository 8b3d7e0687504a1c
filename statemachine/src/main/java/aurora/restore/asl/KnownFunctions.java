package aurora.restore.asl;

import java.util.Set;

/**
 * The functions of JSONata in Step Functions: those of JSONata 2.0.6 but {@code $eval}, and five of
 * its own (Step Functions Developer Guide, "Transforming data with JSONata in Step Functions").
 */
final class KnownFunctions {
  private static final Set<String> NAMES =
      Set.of(
          "abs",
          "append",
          "assert",
          "average",
          "base64decode",
          "base64encode",
          "boolean",
          "ceil",
          "clone",
          "contains",
          "count",
          "decodeUrl",
          "decodeUrlComponent",
          "distinct",
          "each",
          "encodeUrl",
          "encodeUrlComponent",
          "error",
          "exists",
          "filter",
          "floor",
          "formatBase",
          "formatInteger",
          "formatNumber",
          "fromMillis",
          "join",
          "keys",
          "length",
          "lookup",
          "lowercase",
          "map",
          "match",
          "max",
          "merge",
          "millis",
          "min",
          "not",
          "now",
          "number",
          "pad",
          "parseInteger",
          "power",
          "random",
          "reduce",
          "replace",
          "reverse",
          "round",
          "shuffle",
          "sift",
          "single",
          "sort",
          "split",
          "spread",
          "sqrt",
          "string",
          "substring",
          "substringAfter",
          "substringBefore",
          "sum",
          "toMillis",
          "trim",
          "type",
          "uppercase",
          "zip",
          // Step Functions' own.
          "hash",
          "parse",
          "partition",
          "range",
          "uuid");

  private KnownFunctions() {}

  static boolean contains(String name) {
    return NAMES.contains(name);
  }

  static String hint(String name) {
    return NearestName.hint(name, NAMES);
  }
}
