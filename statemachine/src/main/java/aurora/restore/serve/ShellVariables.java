package aurora.restore.serve;

import aurora.restore.machine.Machine;
import aurora.restore.world.World;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the commands of the documents call by a variable, in a world. */
final class ShellVariables {
  private ShellVariables() {}

  static Map<String, String> of(World world) {
    var settings = world.settings();
    var restore = world.engine().machineArn(Machine.RESTORE.id());
    var variables = new LinkedHashMap<String, String>();
    variables.put("STATE_MACHINE_ARN", restore);
    variables.put("RESTORE_MACHINE_ARN", restore);
    variables.put("CLEAN_UP_MACHINE_ARN", world.engine().machineArn(Machine.CLEAN_UP.id()));
    variables.put(
        "REPORT_FAILURE_MACHINE_ARN", world.engine().machineArn(Machine.REPORT_FAILURE.id()));
    variables.put("STATE_TABLE", settings.stateTable());
    variables.put("AUDIT_TABLE", settings.auditTable());
    variables.put("TOPIC_ARN", settings.topicArn());
    variables.put("QUEUE_URL", world.failureReportQueueUrl());
    return variables;
  }
}
