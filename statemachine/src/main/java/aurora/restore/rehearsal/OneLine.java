package aurora.restore.rehearsal;

import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;

/** A wrong command line is answered with what is wrong and where to look: two lines, no manual. */
final class OneLine implements IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    var command = e.getCommandLine().getCommandSpec().qualifiedName(" ");
    var err = e.getCommandLine().getErr();
    err.println(command + ": " + e.getMessage());
    err.println("See ./" + command + " --help");
    err.flush();
    return CommandLine.ExitCode.USAGE;
  }
}
