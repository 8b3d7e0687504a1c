package aurora.restore.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;

/** Rules for the machine as a whole: its own fields, its names, and what no text of it may hold. */
final class MachineRules {
  private static final Pattern ACCOUNT = Pattern.compile("(?<!\\d)\\d{12}(?!\\d)");
  private static final Pattern ARN = Pattern.compile("arn:aws:(lambda|sns|dynamodb|iam|kms|rds)");

  private MachineRules() {}

  static void check(StateMachine machine, LintFindings findings) {
    if (machine.comment() == null) {
      findings.warning("Comment", "is missing; say in one sentence what the machine is for");
    }
    if (machine.timeoutSeconds() == null) {
      findings.warning(
          "TimeoutSeconds", "is missing; limit the execution, or it may hang for a year");
    }
    FieldOrder.check("", machine.source(), AslReader.MACHINE_FIELDS, findings);
    uniqueNames(machine, findings);
    texts("", machine.source(), findings);
  }

  private static void uniqueNames(StateMachine machine, LintFindings findings) {
    var seen = new HashMap<String, String>();
    for (var level : Level.all(machine)) {
      for (var state : level.states().values()) {
        var first = seen.putIfAbsent(state.name(), level.at(state));
        if (first != null) {
          findings.error(
              level.at(state),
              "the name is used at " + first + " already; names must be unique in a machine");
        }
      }
    }
  }

  private static void texts(String path, JsonNode node, LintFindings findings) {
    if (node.isTextual()) {
      var text = Placeholders.PLACEHOLDER.matcher(node.textValue()).replaceAll("");
      for (var literal : literals(text)) {
        findings.warning(
            path, "holds " + literal + "; use a ${Placeholder} that the deployment fills in");
      }
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        texts(path + "[" + i + "]", node.get(i), findings);
      }
    } else {
      node.properties()
          .forEach(
              field ->
                  texts(
                      path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                      field.getValue(),
                      findings));
    }
  }

  private static List<String> literals(String text) {
    var literals = new ArrayList<String>();
    if (ACCOUNT.matcher(text).find()) {
      literals.add("an account id");
    }
    if (ARN.matcher(text).find()) {
      literals.add("an ARN");
    }
    return literals;
  }
}
