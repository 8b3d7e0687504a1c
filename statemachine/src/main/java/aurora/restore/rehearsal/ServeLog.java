package aurora.restore.rehearsal;

import aurora.restore.engine.Execution;
import aurora.restore.engine.Listener;
import aurora.restore.engine.StatusChange;
import aurora.restore.world.World;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** A line for each execution that begins or ends, and for each message, with the world's clock. */
final class ServeLog implements Listener {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private final World world;
  private final PrintWriter out;
  private int mailsShown;

  ServeLog(World world, PrintWriter out) {
    this.world = world;
    this.out = out;
  }

  @Override
  public void onStatusChange(StatusChange change) {
    var machine = change.stateMachineArn().substring(change.stateMachineArn().lastIndexOf(':') + 1);
    var error = change.error() == null ? "" : "  " + change.error();
    line(change.time(), "%s %s  %s%s".formatted(machine, change.name(), change.status(), error));
  }

  /** Messages are sent by steps of executions: looked for after each event. */
  @Override
  public void onEvent(Execution execution, HistoryEvent event) {
    var mails = world.mail();
    for (; mailsShown < mails.size(); mailsShown++) {
      var mail = mails.get(mailsShown);
      line(mail.at(), "mail: " + mail.subject());
    }
  }

  private void line(Instant at, String what) {
    out.println(CLOCK.format(at.truncatedTo(ChronoUnit.SECONDS)) + "  " + what);
    out.flush();
  }
}
