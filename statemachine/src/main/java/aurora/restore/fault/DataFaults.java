package aurora.restore.fault;

import java.util.List;

/** What goes wrong with the data that is restored, and with asking it. */
final class DataFaults {
  private static final String RUN_CHECKS = "Run Checks";

  private DataFaults() {}

  static List<Fault> all() {
    return List.of(
        Fault.of(
            "rows-missing",
            "The restored tables have no rows when they are checked by SQL.",
            (stage, none) -> rowsMissing(stage)),
        Fault.of(
            "check-login-refused",
            "The database doesn't take the password that the checks by SQL log in with.",
            (stage, none) -> loginRefused(stage)));
  }

  private static Runnable rowsMissing(Stage stage) {
    stage.onEntering(
        RUN_CHECKS,
        () -> stage.world().dataApi().database().loseRows(stage.plan().cluster().arn()));
    return () -> {
      if (stage.strikes() > 0) {
        stage.world().dataApi().database().bringRowsBack(stage.plan().cluster().arn());
      }
    };
  }

  private static Runnable loginRefused(Stage stage) {
    stage.onEntering(RUN_CHECKS, () -> stage.world().dataApi().takesPasswords(false));
    return () -> stage.world().dataApi().takesPasswords(true);
  }
}
