package aurora.restore.machine;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.house.Repository;
import aurora.restore.operator.AuroraRestore;
import aurora.restore.rehearsal.Rehearse;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ReleaseTest {
  @Test
  void eachCommandSaysTheVersionOfThePom() {
    assertThat(Repository.read("pom.xml")).contains("<version>" + Release.version() + "</version>");

    for (var command : Stream.of(Rehearse.commandLine(), AuroraRestore.commandLine()).toList()) {
      assertThat(shown(command)).isEqualTo(command.getCommandName() + " " + Release.version());
    }
  }

  private static String shown(CommandLine command) {
    var out = new StringWriter();
    assertThat(command.setOut(new PrintWriter(out)).execute("--version")).isZero();
    return out.toString().strip();
  }
}
