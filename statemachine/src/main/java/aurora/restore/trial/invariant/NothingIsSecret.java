package aurora.restore.trial.invariant;

import aurora.restore.engine.HistoryJson;
import java.util.List;
import java.util.Locale;

/** Neither a presigned URL nor a password stands in a history, a row, a mail or a log. */
final class NothingIsSecret implements Invariant {
  private static final List<String> SECRETS =
      List.of("x-amz-", "presignedurl", "secretstring", "masteruserpassword\":");

  @Override
  public void atLast(Observed evidence) {
    var written = new StringBuilder();
    evidence.world().engine().executions().forEach(it -> written.append(HistoryJson.of(it)));
    for (var operation : evidence.operations()) {
      evidence.row(operation).ifPresent(written::append);
      for (var row : evidence.trail(operation)) {
        written.append(row).append(row.path("document").asText());
      }
    }
    evidence.world().mail().forEach(written::append);
    evidence.world().log().forEach(written::append);
    evidence.world().dataApi().secrets().passwords().stream()
        .filter(password -> written.indexOf(password) >= 0)
        .forEach(password -> evidence.violated(this, "a password is written somewhere"));
    var text = written.toString().toLowerCase(Locale.ROOT);
    SECRETS.stream()
        .filter(text::contains)
        .forEach(secret -> evidence.violated(this, "'" + secret + "' is written somewhere"));
  }
}
