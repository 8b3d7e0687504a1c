package aurora.restore.asl;

import java.util.Set;

/** Rules for the expressions of one state, and for the variables it assigns. */
final class ExpressionRules {
  private static final Set<String> STATES_FIELDS =
      Set.of("input", "result", "errorOutput", "context");

  private ExpressionRules() {}

  static void check(Level level, State state, LintFindings findings) {
    var outside = level.assignedOutside();
    for (var assign : ExpressionPlaces.assigns(state)) {
      assign
          .fieldNames()
          .forEachRemaining(name -> assigned(level.at(state), name, outside, findings));
    }
    for (var place : ExpressionPlaces.of(state)) {
      var path = level.at(state) + "." + place.path();
      if (Expression.isExpression(place.text())) {
        expression(path, place, level, findings);
      } else if (place.text().contains("{%") && !place.path().endsWith("Comment")) {
        findings.error(path, "is not evaluated: an expression must begin with {% and end with %}");
      }
    }
  }

  private static void assigned(
      String path, String name, Set<String> outside, LintFindings findings) {
    if (name.equals("states")) {
      findings.error(path, "assigns $states, which is Step Functions' own; choose another name");
    }
    if (outside.contains(name)) {
      findings.error(
          path,
          "assigns $" + name + ", which the states around the Map assign; choose another name");
    }
  }

  private static void expression(
      String path, ExpressionPlaces.Place place, Level level, LintFindings findings) {
    var expression = Expression.of(place.text());
    expression
        .syntaxError()
        .ifPresent(problem -> findings.error(path, "is no valid JSONata: " + problem));
    for (var function : expression.functions()) {
      if (!KnownFunctions.contains(function)) {
        findings.error(
            path,
            "calls $"
                + function
                + ", which no definition has needed so far"
                + KnownFunctions.hint(function));
      }
    }
    variables(path, expression, level, findings);
    for (var field : expression.statesFields()) {
      states(path, field, place, findings);
    }
  }

  private static void variables(
      String path, Expression expression, Level level, LintFindings findings) {
    var assigned = level.assigned();
    assigned.addAll(level.assignedOutside());
    for (var variable : expression.variables()) {
      if (!variable.equals("states") && !assigned.contains(variable)) {
        findings.error(
            path,
            "reads $"
                + variable
                + ", which no state assigns"
                + NearestName.hint(variable, assigned)
                + "; assign it in a state before");
      }
    }
  }

  private static void states(
      String path, String field, ExpressionPlaces.Place place, LintFindings findings) {
    if (!STATES_FIELDS.contains(field)) {
      findings.error(
          path,
          "reads $states."
              + field
              + "; name one of its fields, input, result, errorOutput or context");
    } else if (field.equals("result") && !place.result()) {
      findings.error(
          path, "reads $states.result, which only Assign and Output of a Task or Map may");
    } else if (field.equals("errorOutput") && !place.errorOutput()) {
      findings.error(
          path, "reads $states.errorOutput, which only Assign and Output of a Catch may");
    }
  }
}
