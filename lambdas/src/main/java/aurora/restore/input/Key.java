package aurora.restore.input;

/** A key that an execution's input may have. */
public interface Key {
  /** As the input spells it. */
  String key();

  /** What a value looks like. */
  String kind();

  boolean isRequired();

  /** What it decides, and what holds without it. */
  String meaning();
}
