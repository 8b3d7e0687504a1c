package aurora.restore.simulation.dynamodb.expression;

import aurora.restore.simulation.strict.NotModelledError;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Which attributes of an item are answered. */
public record Projection(Set<String> attributes) {
  /** Reads attributes; what lies within one isn't modelled. */
  public static Projection read(String expression, ExpressionNames placeholders) {
    var tokens = new Tokens(ExpressionKind.PROJECTION, expression, placeholders);
    var attributes = new TreeSet<String>();
    do {
      var path = tokens.path();
      if (!path.isAttribute()) {
        throw new NotModelledError("projections into a map or a list: " + expression);
      }
      if (!attributes.add(path.attribute())) {
        throw ExpressionKind.PROJECTION.invalid(
            "Two document paths overlap with each other; must remove or rewrite one of these paths;"
                + " path one: %s, path two: %s",
            path, path);
      }
    } while (tokens.takeIf(","));
    tokens.expectEnd();
    return new Projection(attributes);
  }

  public Map<String, AttributeValue> of(Map<String, AttributeValue> item) {
    var projected = new LinkedHashMap<>(item);
    projected.keySet().retainAll(attributes);
    return projected;
  }
}
