package aurora.restore.asl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Fields come in one order, so that every definition reads alike. */
final class FieldOrder {
  private FieldOrder() {}

  static void check(String path, ObjectNode source, List<String> order, LintFindings findings) {
    var actual = new ArrayList<String>();
    source.fieldNames().forEachRemaining(actual::add);
    var wanted = order.stream().filter(actual::contains).toList();
    if (!actual.equals(wanted)) {
      findings.warning(path, "the fields come as " + actual + "; put them in the order " + wanted);
    }
  }
}
