package aurora.restore.json;

import java.util.Map;

/** A record that JSON has otherwise than by its components alone. */
public interface Rewritten {
  /**
   * Adds what JSON has more, and takes away what it hasn't.
   *
   * @param members what would be written, by name; those that are null aren't there
   */
  void rewrite(Map<String, Object> members);
}
