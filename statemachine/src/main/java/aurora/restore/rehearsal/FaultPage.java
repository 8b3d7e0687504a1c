package aurora.restore.rehearsal;

import aurora.restore.fault.Fault;
import java.io.PrintWriter;
import java.util.List;

/** The catalogue of faults, as a page to read. */
final class FaultPage {
  private final List<Fault> faults;

  FaultPage(List<Fault> faults) {
    this.faults = faults;
  }

  void printTo(PrintWriter out) {
    for (var fault : faults) {
      out.println(fault.usage());
      out.println("    " + fault.sentence());
      if (fault.argument().usual() != null) {
        out.println("    Unless told otherwise: " + fault.argument().usual());
      }
    }
    out.println();
    out.println("ACTION is a service and its API operation, as rds:CopyDBClusterSnapshot, or a");
    out.println(
        "service alone; FUNCTION one of the definition's, as CopySnapshot; STATE a state of");
    out.println("the restore, as 'Wait For Cluster'; STATUS a status of RDS, as failed; REGION a");
    out.println("region, as us-east-1, or the key of the input that names it.");
  }
}
