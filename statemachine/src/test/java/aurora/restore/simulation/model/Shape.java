package aurora.restore.simulation.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * One type of a service's model, as {@code .ci/service-model} prints it. What a type doesn't have
 * is empty, or null for the limits.
 */
record Shape(
    String type,
    Map<String, Ref> members,
    List<String> required,
    Ref member,
    Ref key,
    Ref value,
    @JsonProperty("enum") List<String> values,
    BigDecimal min,
    BigDecimal max,
    String pattern,
    boolean flattened,
    String timestampFormat) {
  Shape {
    members = members == null ? Map.of() : Map.copyOf(members);
    required = required == null ? List.of() : List.copyOf(required);
    values = values == null ? List.of() : List.copyOf(values);
  }

  /** A use of a type: by a member of a structure, or by what a list or map holds. */
  record Ref(String shape, String locationName, String queryName, boolean flattened) {
    /** The name on the wire, where the model gives one, else {@code usual}. */
    String wireName(String usual) {
      return locationName == null ? usual : locationName;
    }

    /** EC2 sends members under the name for queries, else under their own with a capital letter. */
    String ec2Name(String usual) {
      if (queryName != null) {
        return queryName;
      }
      var name = wireName(usual);
      return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
  }
}
