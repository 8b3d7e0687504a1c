package aurora.restore.verify;

import java.util.function.Function;

/**
 * One property that the plan decides, and how it is found.
 *
 * @param record the record of the plan that decides it
 * @param component the record's component
 * @param what how differences call it, e.g. {@code engine version}
 * @param planned null where the plan leaves it to RDS: then it isn't compared
 * @param found the same as RDS shows it, in the same form
 * @param <P> what of the plan is compared
 * @param <F> what was found
 */
record Check<P, F>(
    Class<? extends Record> record,
    String component,
    String what,
    Function<P, Object> planned,
    Function<F, Object> found) {

  /**
   * @param subject what has the property, e.g. {@code instance orders-dr-1}
   */
  void compare(String subject, P plan, F exists, Comparison comparison) {
    var decided = planned.apply(plan);
    if (decided != null) {
      comparison.expect(subject + " " + what, decided, found.apply(exists));
    }
  }
}
