package aurora.restore.rehearsal;

import aurora.restore.fault.LooseFault;
import aurora.restore.serve.Server;
import java.io.PrintWriter;
import java.util.List;

/** What is printed when serving begins: how it is called. */
record ServePage(Server server, double speed, List<LooseFault> faults) {
  void printTo(PrintWriter out) {
    out.printf(
        "Serving a simulated AWS on http://127.0.0.1:%d, %s simulated seconds in one.%n",
        server.port(), speed == Math.rint(speed) ? Long.toString((long) speed) : speed);
    faults.forEach(fault -> out.println("Goes wrong: " + fault.order()));
    out.println("In another shell, the variables that the documents' commands use, and a command:");
    out.println();
    server.variables().forEach((name, value) -> out.printf("  export %s=%s%n", name, value));
    var port = server.port() == Serve.USUAL_PORT ? "" : "--port " + server.port() + " ";
    out.println("  ./rehearse aws " + port + "stepfunctions list-state-machines");
    out.println();
    out.flush();
  }
}
