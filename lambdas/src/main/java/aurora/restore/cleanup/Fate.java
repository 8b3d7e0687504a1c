package aurora.restore.cleanup;

/** What a clean-up does with a resource, as that stands now. */
sealed interface Fate {
  /** It is deleted. */
  record Goes() implements Fate {}

  /**
   * It is the operation's and isn't deleted.
   *
   * @param why as a clause
   */
  record Stays(String why) implements Fate {}

  /**
   * It isn't the operation's to delete.
   *
   * @param owner whose it is, as a clause
   */
  record NotOurs(String owner) implements Fate {}

  default boolean goes() {
    return this instanceof Goes;
  }
}
