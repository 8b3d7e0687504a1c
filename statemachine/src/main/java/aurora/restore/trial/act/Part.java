package aurora.restore.trial.act;

import java.util.Locale;

/**
 * A part of a trial's plan. Parts are independent of one another: a plan without one of them is a
 * plan too.
 */
public sealed interface Part permits Wish, Resident, Timed {
  /** What plans and counts call it, e.g. {@code redrive}, {@code throttled}. */
  String kind();

  /** The name of a record in words. */
  static String words(Object part) {
    return part.getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
        .toLowerCase(Locale.ROOT);
  }
}
