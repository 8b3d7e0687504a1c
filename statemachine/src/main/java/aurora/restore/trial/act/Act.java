package aurora.restore.trial.act;

/** Something that happens to a trial's world at some moment. */
public sealed interface Act permits Order, Hand, Mishap {
  /** Makes it happen, where it can: an act without anything to act on changes nothing. */
  void happen(Scene scene);

  /** Whether it changes whose something is. */
  default boolean changesTags() {
    return false;
  }

  default String kind() {
    return Part.words(this);
  }
}
