package aurora.restore.audit;

import aurora.restore.operation.WaitAnswer;

/**
 * How far a wait is, as the state table says it.
 *
 * @param percent null where RDS doesn't say
 */
record Progress(String of, String status, String observed, Integer percent) {
  Progress(String of, WaitAnswer look) {
    this(of, look.status(), look.observed(), look.percent());
  }
}
