package aurora.restore.asl;

import java.util.List;

/**
 * Checks a machine against what Step Functions demands and what this project asks of its own
 * definitions. Reports everything at once.
 */
public final class Linter {
  private Linter() {}

  /** Everything that is wrong with a machine; empty where it is right. */
  public static List<LintFinding> lint(StateMachine machine) {
    var findings = new LintFindings();
    MachineRules.check(machine, findings);
    for (var level : Level.all(machine)) {
      FlowRules.check(level, findings);
      for (var state : level.states().values()) {
        StateRules.check(level.at(state), state, findings);
        ExpressionRules.check(level, state, findings);
      }
    }
    return findings.all();
  }

  /** The same for a definition's text; one that can't be read is a single finding. */
  public static List<LintFinding> lint(String definition) {
    try {
      return lint(AslReader.read(definition));
    } catch (AslException e) {
      return List.of(new LintFinding(Severity.ERROR, e.path(), e.problem() + "; mend it first"));
    }
  }
}
