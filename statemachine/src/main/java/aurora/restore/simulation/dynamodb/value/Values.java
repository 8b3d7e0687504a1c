package aurora.restore.simulation.dynamodb.value;

import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.strict.NotModelledError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Attribute values, checked and brought into the form in which they are stored. */
public final class Values {
  private static final int MOST_LEVELS = 32;

  private Values() {}

  /**
   * @param given what a request carries
   * @return the same, its numbers in their one form, so that equal values are equal
   */
  public static AttributeValue stored(AttributeValue given) {
    return stored(given, 1);
  }

  /** The same of every attribute of an item. */
  public static Map<String, AttributeValue> stored(Map<String, AttributeValue> given) {
    var item = new LinkedHashMap<String, AttributeValue>();
    given.forEach((name, value) -> item.put(name, stored(value)));
    return item;
  }

  private static AttributeValue stored(AttributeValue given, int level) {
    if (level > MOST_LEVELS) {
      throw Invalid.request("Nesting Levels have exceeded supported limits");
    }
    return switch (given.type()) {
      case null -> throw none(given);
      case S -> given;
      case N -> AttributeValue.fromN(Numbers.normalized(given.n()));
      case BOOL -> given;
      case NUL -> truth(given);
      case L -> {
        var elements = new ArrayList<AttributeValue>();
        given.l().forEach(element -> elements.add(stored(element, level + 1)));
        yield AttributeValue.fromL(elements);
      }
      case M -> {
        var members = new LinkedHashMap<String, AttributeValue>();
        given.m().forEach((name, value) -> members.put(name, stored(value, level + 1)));
        yield AttributeValue.fromM(members);
      }
      case B, SS, NS, BS ->
          throw new NotModelledError(
              "DynamoDB values of type " + given.type() + ": no table here has them");
      case UNKNOWN_TO_SDK_VERSION -> throw none(given);
    };
  }

  private static AttributeValue truth(AttributeValue given) {
    if (!given.nul()) {
      throw Invalid.parameter("Null attribute value types must have the value of true");
    }
    return given;
  }

  private static AwsError none(AttributeValue given) {
    var isAnySet =
        given.sdkFields().stream()
            .map(field -> field.getValueOrDefault(given))
            .anyMatch(Values::isSet);
    return Invalid.request(
        isAnySet
            ? "Supplied AttributeValue has more than one datatypes set, must contain exactly one of"
                + " the supported datatypes"
            : "Supplied AttributeValue is empty, must contain exactly one of the supported"
                + " datatypes");
  }

  private static boolean isSet(Object value) {
    return value != null
        && !(value instanceof SdkAutoConstructList)
        && !(value instanceof SdkAutoConstructMap);
  }

  /** The type as it is called on the wire, e.g. {@code S}, {@code NULL}. */
  public static String type(AttributeValue value) {
    return value.type() == AttributeValue.Type.NUL ? "NULL" : value.type().name();
  }
}
