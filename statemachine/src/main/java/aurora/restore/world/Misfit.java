package aurora.restore.world;

import aurora.restore.input.Spelling;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** A value of a world's file that isn't of the kind that its key takes, by its place. */
final class Misfit {
  private Misfit() {}

  /** As {@code snapshots[0].age_hours: must be a whole number}. */
  static String sentence(JsonMappingException e) {
    var place = place(e);
    if (e instanceof UnrecognizedPropertyException unknown) {
      var known = unknown.getKnownPropertyIds().stream().map(Object::toString).toList();
      var name = unknown.getPropertyName();
      return place + ": isn't known, the nearest is " + Spelling.nearest(name, known);
    }
    if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
      return place + ": must be " + words(mismatch.getTargetType());
    }
    return e.getCause() instanceof DateTimeException
        ? place + ": must be " + words(Instant.class)
        : place + ": can't be read";
  }

  private static String place(JsonMappingException e) {
    var place = new StringBuilder();
    for (var step : e.getPath()) {
      if (step.getFieldName() == null) {
        place.append('[').append(step.getIndex()).append(']');
      } else {
        place.append(place.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return place.isEmpty() ? "the document" : place.toString();
  }

  private static String words(Class<?> type) {
    if (type == Boolean.class || type == boolean.class) {
      return "true or false";
    }
    if (type == Integer.class || type == int.class) {
      return "a whole number";
    }
    if (Number.class.isAssignableFrom(type)) {
      return "a number";
    }
    if (type == String.class) {
      return "a text";
    }
    if (type == Instant.class) {
      return "a time, as 2026-11-23T03:00:00Z";
    }
    if (Map.class.isAssignableFrom(type)) {
      return "an object of texts";
    }
    return Collection.class.isAssignableFrom(type) ? "a list" : "an object";
  }
}
