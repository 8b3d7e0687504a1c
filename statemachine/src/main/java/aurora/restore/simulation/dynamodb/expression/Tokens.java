package aurora.restore.simulation.dynamodb.expression;

import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.dynamodb.expression.Path.Step;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An expression that is being read, from left to right. */
final class Tokens {
  private static final int MOST_BYTES = 4096;

  private final ExpressionKind kind;
  private final String expression;
  private final ExpressionNames placeholders;
  private final List<Token> tokens;
  private int next;

  Tokens(ExpressionKind kind, String expression, ExpressionNames placeholders) {
    this.kind = kind;
    this.expression = expression;
    this.placeholders = placeholders;
    placeholders.expressionIsRead();
    var bytes = expression.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MOST_BYTES) {
      throw kind.invalid(
          "Expression size has exceeded the maximum allowed size; expression size: %d", bytes);
    }
    if (expression.isBlank()) {
      throw kind.invalid("The expression can not be empty;");
    }
    this.tokens = Token.all(expression);
  }

  ExpressionKind kind() {
    return kind;
  }

  Token peek() {
    return tokens.get(next);
  }

  /** Whether the sign follows a word, as in a call of a function. */
  boolean isCall() {
    return peek().type() == Token.Type.WORD && tokens.get(next + 1).is("(");
  }

  Token take() {
    var token = tokens.get(next);
    next = Math.min(next + 1, tokens.size() - 1);
    return token;
  }

  /** Takes a word, in whatever case, or a sign, if it is next. */
  boolean takeIf(String text) {
    var isNext = peek().is(text);
    if (isNext) {
      take();
    }
    return isNext;
  }

  void expect(String text) {
    if (!takeIf(text)) {
      throw unexpected();
    }
  }

  void expectEnd() {
    if (peek().type() != Token.Type.END) {
      throw unexpected();
    }
  }

  /** The refusal of the next token, with its neighbours. */
  AwsError unexpected() {
    var from = tokens.get(Math.max(next - 1, 0)).begin();
    var to = tokens.get(Math.min(next + 1, tokens.size() - 1)).end();
    return kind.invalid(
        "Syntax error; token: \"%s\", near: \"%s\"", peek().text(), expression.substring(from, to));
  }

  boolean isValue() {
    return peek().type() == Token.Type.VALUE_PLACEHOLDER;
  }

  Operand.Literal value() {
    return new Operand.Literal(placeholders.value(kind, take().text()));
  }

  Path path() {
    var steps = new ArrayList<Step>();
    steps.add(name());
    while (true) {
      if (takeIf(".")) {
        steps.add(name());
      } else if (takeIf("[")) {
        steps.add(index());
        expect("]");
      } else {
        return new Path(List.copyOf(steps));
      }
    }
  }

  private Step name() {
    return switch (peek().type()) {
      case NAME_PLACEHOLDER -> new Step.Name(placeholders.name(kind, take().text()));
      case WORD -> {
        if (ReservedWords.contain(peek().text())) {
          throw kind.invalid(
              "Attribute name is a reserved keyword; reserved keyword: %s", peek().text());
        }
        yield new Step.Name(take().text());
      }
      case VALUE_PLACEHOLDER, NUMBER, SIGN, FOREIGN, END -> throw unexpected();
    };
  }

  private Step index() {
    if (peek().type() != Token.Type.NUMBER || peek().text().length() > 9) {
      throw unexpected();
    }
    return new Step.Index(Integer.parseInt(take().text()));
  }
}
