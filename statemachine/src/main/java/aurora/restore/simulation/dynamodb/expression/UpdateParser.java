package aurora.restore.simulation.dynamodb.expression;

import aurora.restore.simulation.dynamodb.expression.Update.Assignment;
import aurora.restore.simulation.dynamodb.expression.Update.Term;
import aurora.restore.simulation.dynamodb.value.Values;
import aurora.restore.simulation.strict.NotModelledError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Reads updates, and refuses those that change one place twice. */
final class UpdateParser {
  private final Tokens tokens;
  private final List<Assignment> assigned = new ArrayList<>();
  private final List<Path> removed = new ArrayList<>();

  UpdateParser(Tokens tokens) {
    this.tokens = tokens;
  }

  Update read() {
    var sections = new TreeSet<String>();
    do {
      var section = tokens.peek().text().toUpperCase(Locale.ROOT);
      section(section);
      if (!sections.add(section)) {
        throw tokens
            .kind()
            .invalid("The \"%s\" section can only be used once in an update expression;", section);
      }
    } while (tokens.peek().type() != Token.Type.END);
    var update = new Update(List.copyOf(assigned), List.copyOf(removed));
    requireDistinct(update.paths().toList());
    return update;
  }

  private void section(String name) {
    switch (name) {
      case "SET" -> {
        tokens.take();
        do {
          assigned.add(assignment());
        } while (tokens.takeIf(","));
      }
      case "REMOVE" -> {
        tokens.take();
        do {
          removed.add(tokens.path());
        } while (tokens.takeIf(","));
      }
      case "ADD", "DELETE" ->
          throw new NotModelledError("update expressions with " + name + ": none here has one");
      case String _ -> throw tokens.unexpected();
    }
  }

  private Assignment assignment() {
    var path = tokens.path();
    tokens.expect("=");
    var term = term();
    if (tokens.takeIf("+")) {
      term = new Term.Sum(number("+", term), number("+", term()), false);
    } else if (tokens.takeIf("-")) {
      term = new Term.Sum(number("-", term), number("-", term()), true);
    }
    return new Assignment(path, term);
  }

  private Term term() {
    if (tokens.isValue()) {
      return new Term.Of(tokens.value());
    }
    return tokens.isCall() ? function() : new Term.Of(new Operand.At(tokens.path()));
  }

  private Term function() {
    var name = tokens.take().text();
    tokens.expect("(");
    return switch (name) {
      case "if_not_exists" -> {
        var path = tokens.path();
        tokens.expect(",");
        var otherwise = term();
        tokens.expect(")");
        yield new Term.IfNotExists(path, otherwise);
      }
      case "list_append" -> {
        var first = term();
        tokens.expect(",");
        var second = term();
        tokens.expect(")");
        yield new Term.Appended(list(first), list(second));
      }
      case String other ->
          throw tokens.kind().invalid("Invalid function name; function: %s", other);
    };
  }

  private Term number(String operator, Term term) {
    return term instanceof Term.Of(Operand.Literal(var value)) && value.n() == null
        ? refuse(operator, Values.type(value))
        : term;
  }

  private Term list(Term term) {
    return term instanceof Term.Of(Operand.Literal(var value)) && !value.hasL()
        ? refuse("list_append", Values.type(value))
        : term;
  }

  private Term refuse(String operator, String type) {
    throw tokens.kind().wrongOperand(operator, type);
  }

  private void requireDistinct(List<Path> paths) {
    for (var i = 1; i < paths.size(); i++) {
      for (var before : paths.subList(0, i)) {
        if (before.overlaps(paths.get(i))) {
          throw tokens
              .kind()
              .invalid(
                  "Two document paths overlap with each other; must remove or rewrite one of these"
                      + " paths; path one: %s, path two: %s",
                  before, paths.get(i));
        }
      }
    }
  }
}
