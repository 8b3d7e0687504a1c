package aurora.restore.rehearsal;

import aurora.restore.auditor.Auditor;
import aurora.restore.auditor.EvidencePage;
import aurora.restore.auditor.Examined;
import aurora.restore.auditor.ExaminedJson;
import aurora.restore.auditor.Proof.Result;
import aurora.restore.fault.FaultRefused;
import aurora.restore.world.FileRefused;
import aurora.restore.world.Run;
import aurora.restore.world.WorldRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The command line of what a rehearsal leaves for auditors. */
@Command(
    name = "evidence",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Rehearses what the options before the word ask for, and prints the operation's evidence as"
          + " JSON, read as ./aurora-restore evidence reads it: ./rehearse --fault copy-fails"
          + " evidence (docs/evidence.md).",
      ""
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:there is evidence, and it holds, whatever became of the restore",
      "1:there is none, or it doesn't hold, or nothing could be started",
      "2:the command line is wrong"
    })
final class RehearsedEvidence implements Callable<Integer> {
  @ParentCommand private Rehearse rehearse;
  @Spec private CommandSpec spec;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write a page for a browser instead, of one file, and say whether it holds.")
  private Path html;

  @Override
  public Integer call() throws IOException {
    Optional<Examined> evidence;
    try {
      evidence = rehearse.rehearsal().run(Pace.UNPACED, View.NONE, (run, _, _) -> examined(run));
    } catch (FaultRefused e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    } catch (FileRefused | Refused | WorldRefused e) {
      return refused(e.getMessage());
    }
    if (evidence.isEmpty()) {
      return refused("the operation left no evidence: no execution claimed it");
    }
    return show(evidence.get());
  }

  private static Optional<Examined> examined(Run run) {
    var world = run.world();
    var settings = world.settings();
    return new Auditor(world.console(), settings.auditTable(), settings.evidence().keyArn())
        .examine(run.operationId());
  }

  private int show(Examined evidence) {
    var out = spec.commandLine().getOut();
    if (html == null) {
      out.println(ExaminedJson.of(evidence).toPrettyString());
    } else {
      try {
        Files.writeString(html, EvidencePage.html(evidence));
      } catch (IOException e) {
        return refused(html + " can't be written");
      }
      evidence.proofs().forEach(proof -> out.println(proof.line()));
    }
    out.flush();
    return evidence.result() == Result.HOLDS
        ? CommandLine.ExitCode.OK
        : CommandLine.ExitCode.SOFTWARE;
  }

  private int refused(String why) {
    spec.commandLine().getErr().println("rehearse evidence: " + why);
    return CommandLine.ExitCode.SOFTWARE;
  }
}
