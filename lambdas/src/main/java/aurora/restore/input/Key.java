package aurora.restore.input;

import java.util.Locale;

/** A key that an execution's input may have. The constants of an enum, which names them. */
public interface Key {
  /** The constant's name, e.g. {@code SNAPSHOT_ID}. */
  String name();

  /** As the input spells it. */
  default String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the input reference says of it. */
  Description description();

  default boolean isRequired() {
    return description().required();
  }

  default String kind() {
    return description().kind();
  }

  default String meaning() {
    return description().meaning();
  }

  /**
   * @param kind what a value looks like
   * @param meaning what it decides, and what holds without it
   */
  record Description(boolean required, String kind, String meaning) {}
}
