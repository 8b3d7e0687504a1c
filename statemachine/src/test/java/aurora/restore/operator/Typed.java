package aurora.restore.operator;

import aurora.restore.house.Repository;
import aurora.restore.serve.Operators;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** {@code aurora-restore} as it is typed, with what it prints. */
class Typed {
  static final String INPUT = Repository.path("docs/examples/restore.json").toString();

  Operators served;
  StringWriter out;
  StringWriter err;

  @AfterEach
  void end() {
    served.close();
  }

  int run(String... words) {
    out = new StringWriter();
    err = new StringWriter();
    var command = new ArrayList<>(List.of("--endpoint-url", served.endpoint().toString()));
    command.addAll(List.of(words));
    return AuroraRestore.commandLine(() -> {})
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(command.toArray(String[]::new));
  }
}
