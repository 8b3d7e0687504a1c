package aurora.restore.infra.artifact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A share of a core, which the kernel holds processes to (cgroups(7), the controller {@code cpu} of
 * either version, by its default period).
 */
record CoreShare(Path group) implements AutoCloseable {
  /** The memory, in MB, that Lambda gives a whole core with. */
  static final double WHOLE = 1_769;

  /** Of a core, what Lambda gives a function of 512 MB. */
  static final double SMALL = 512 / WHOLE;

  private static final Path VERSION_1 = Path.of("/sys/fs/cgroup/cpu");
  private static final Path VERSION_2 = Path.of("/sys/fs/cgroup");
  private static final String NAME = "aurora-restore-cold-starts";
  private static final long PERIOD_MICROS = 100_000;

  /** Empty where this user may make no such group, or this is no Linux. */
  static Optional<CoreShare> of(double share) {
    var quota = Math.round(share * PERIOD_MICROS);
    try {
      if (Files.isDirectory(VERSION_1)) {
        var group = Files.createDirectories(VERSION_1.resolve(NAME));
        Files.writeString(group.resolve("cpu.cfs_period_us"), Long.toString(PERIOD_MICROS));
        Files.writeString(group.resolve("cpu.cfs_quota_us"), Long.toString(quota));
        return Optional.of(new CoreShare(group));
      }
      if (Files.exists(VERSION_2.resolve("cgroup.controllers"))) {
        var group = Files.createDirectories(VERSION_2.resolve(NAME));
        Files.writeString(group.resolve("cpu.max"), quota + " " + PERIOD_MICROS);
        return Optional.of(new CoreShare(group));
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // measured without it, and computed
    }
  }

  /** From now on a process has no more than the share. */
  void hold(ProcessHandle process) {
    try {
      Files.writeString(group.resolve("cgroup.procs"), Long.toString(process.pid()));
    } catch (IOException e) {
      throw new UncheckedIOException("no share for process " + process.pid(), e);
    }
  }

  /** Takes the group away, once its processes have ended. */
  @Override
  public void close() throws IOException {
    Files.delete(group);
  }
}
