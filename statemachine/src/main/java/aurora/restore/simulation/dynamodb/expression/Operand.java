package aurora.restore.simulation.dynamodb.expression;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is compared or assigned. */
public sealed interface Operand {
  /** What it is worth for an item; empty where the item has no such value. */
  Optional<AttributeValue> in(Map<String, AttributeValue> item);

  /** What stands in the item. */
  record At(Path path) implements Operand {
    @Override
    public Optional<AttributeValue> in(Map<String, AttributeValue> item) {
      return path.in(item);
    }
  }

  /** What the request says. */
  record Literal(AttributeValue value) implements Operand {
    @Override
    public Optional<AttributeValue> in(Map<String, AttributeValue> item) {
      return Optional.of(value);
    }
  }

  /** How long a text is, or how many elements or members there are. */
  record Size(Path path) implements Operand {
    @Override
    public Optional<AttributeValue> in(Map<String, AttributeValue> item) {
      return path.in(item)
          .flatMap(Size::of)
          .map(size -> AttributeValue.fromN(Integer.toString(size)));
    }

    private static Optional<Integer> of(AttributeValue value) {
      return switch (value.type()) {
        case S -> Optional.of(value.s().length());
        case L -> Optional.of(value.l().size());
        case M -> Optional.of(value.m().size());
        case N, B, SS, NS, BS, BOOL, NUL, UNKNOWN_TO_SDK_VERSION -> Optional.empty();
      };
    }
  }
}
