package aurora.restore.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Finds the strings of a state that Step Functions evaluates, or might be thought to. */
final class ExpressionPlaces {
  /**
   * @param path from the state, e.g. {@code Catch[0].Output}
   * @param result whether {@code $states.result} may be read there
   * @param errorOutput whether {@code $states.errorOutput} may be read there
   */
  record Place(String path, String text, boolean result, boolean errorOutput) {}

  private ExpressionPlaces() {}

  /** Every string of the state but those of the states within it. */
  static List<Place> of(State state) {
    var places = new ArrayList<Place>();
    boolean hasResult = state instanceof State.Task || state instanceof State.MapState;
    state
        .source()
        .properties()
        .forEach(
            field -> {
              var name = field.getKey();
              boolean leaving = name.equals("Assign") || name.equals("Output");
              if (!name.equals("ItemProcessor")) {
                collect(name, field.getValue(), hasResult && leaving, name.equals("Catch"), places);
              }
            });
    return places;
  }

  private static void collect(
      String path, JsonNode node, boolean result, boolean errorOutput, List<Place> places) {
    if (node.isTextual()) {
      places.add(new Place(path, node.textValue(), result, errorOutput));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        collect(path + "[" + i + "]", node.get(i), result, errorOutput, places);
      }
    } else {
      node.properties()
          .forEach(
              field ->
                  collect(
                      path + "." + field.getKey(), field.getValue(), result, errorOutput, places));
    }
  }

  /** Every Assign of the state: its own, its rules', its catchers'. */
  static List<JsonNode> assigns(State state) {
    var assigns = new ArrayList<JsonNode>();
    assigns.add(state.source().path("Assign"));
    state.source().path("Choices").forEach(rule -> assigns.add(rule.path("Assign")));
    state.source().path("Catch").forEach(catcher -> assigns.add(catcher.path("Assign")));
    return assigns;
  }
}
