package aurora.restore.operator;

import aurora.restore.auditor.EvidencePage;
import aurora.restore.auditor.EvidenceText;
import aurora.restore.auditor.Examined;
import aurora.restore.auditor.ExaminedJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "evidence",
    description =
        "Shows the evidence of an operation's end, and whether it and the trail are as they were"
            + " written (docs/evidence.md). Changes nothing.")
final class ShowEvidence extends OperatorCommand {
  @Parameters(paramLabel = "OPERATION", description = "The operation.")
  private String operation;

  @Option(names = "--verify", description = "Say whether it holds, and no more.")
  private boolean verify;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write a page for a browser instead, of one file, and say whether it holds.")
  private Path html;

  @Override
  public Integer call() {
    var examined = examined(operation);
    if (html != null) {
      write(html, EvidencePage.html(examined));
    }
    if (root.isJson()) {
      print(verify ? ExaminedJson.verification(examined) : ExaminedJson.of(examined));
    } else if (verify || html != null) {
      examined.proofs().forEach(proof -> say(proof.line()));
    } else {
      EvidenceText.lines(examined).forEach(this::say);
    }
    return exitCode(examined);
  }

  private static int exitCode(Examined examined) {
    return switch (examined.result()) {
      case HOLDS, ABSENT -> ExitCode.WELL;
      case UNKNOWN -> ExitCode.TROUBLE;
      case BROKEN -> ExitCode.BAD;
    };
  }

  private static void write(Path file, String page) {
    try {
      Files.writeString(file, page);
    } catch (IOException e) {
      throw new Trouble(file + " can't be written");
    }
  }
}
