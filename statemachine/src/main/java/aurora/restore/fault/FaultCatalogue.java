package aurora.restore.fault;

import java.util.List;
import java.util.stream.Stream;

/** Everything that can be let go wrong, in the order in which a restore meets it. */
public final class FaultCatalogue {
  private static final List<Fault> ALL =
      Stream.of(
              CopyFaults.all(),
              KeyFaults.all(),
              ClusterFaults.all(),
              InstanceFaults.all(),
              DataFaults.all(),
              ServiceFaults.all(),
              ExecutionFaults.all())
          .flatMap(List::stream)
          .toList();

  private FaultCatalogue() {}

  public static List<Fault> all() {
    return ALL;
  }
}
