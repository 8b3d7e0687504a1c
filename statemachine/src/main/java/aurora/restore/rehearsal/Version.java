package aurora.restore.rehearsal;

import aurora.restore.machine.Release;
import picocli.CommandLine.IVersionProvider;

/** The version of what is rehearsed. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"rehearse " + Release.version()};
  }
}
