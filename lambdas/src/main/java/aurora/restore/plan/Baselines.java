package aurora.restore.plan;

import aurora.restore.audit.OperationRow;
import aurora.restore.operation.Baseline;
import aurora.restore.operation.CheckResult;
import aurora.restore.operation.DataCheck;
import aurora.restore.operation.DataVerification;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What checks by SQL are compared with: what the last completed operation found by the same name.
 */
record Baselines(EarlierRestores earlier) {
  /**
   * The checks with what they are compared with, as far as there is anything.
   *
   * @param verification null where none are asked
   */
  DataVerification given(DataVerification verification) {
    return verification == null
        ? null
        : verification.with(
            verification.checks().stream()
                .map(check -> given(check, earlier.newestFirst()))
                .toList());
  }

  private static DataCheck given(DataCheck check, List<OperationRow> newestFirst) {
    return check.isCompared()
        ? newestFirst.stream()
            .flatMap(row -> found(check, row).stream())
            .findFirst()
            .map(check::against)
            .orElse(check)
        : check;
  }

  private static Optional<Baseline> found(DataCheck check, OperationRow row) {
    return Optional.ofNullable(row.report().checks()).stream()
        .flatMap(List::stream)
        .filter(result -> result.name().equals(check.name()))
        .map(CheckResult::found)
        .flatMap(found -> number(found).stream())
        .findFirst()
        .map(number -> new Baseline(number, row.operationId()));
  }

  private static Optional<BigDecimal> number(String found) {
    try {
      return Optional.of(new BigDecimal(found));
    } catch (NumberFormatException e) {
      return Optional.empty(); // a check of this name that looked for something else
    }
  }
}
