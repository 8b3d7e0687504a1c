package aurora.restore.infra;

import aurora.restore.infra.configuration.DeploymentConfiguration;
import aurora.restore.infra.permission.Acknowledgments;
import aurora.restore.infra.permission.Arns;
import aurora.restore.infra.permission.Permissions;
import aurora.restore.infra.watch.Alarms;
import aurora.restore.infra.watch.Dashboards;
import aurora.restore.infra.watch.OwnMetrics;
import aurora.restore.infra.watch.SavedQueries;
import aurora.restore.machine.Machine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/** All that is deployed, in the region that clusters are restored into. */
final class RestoreStack extends Stack {
  /** What commands of the CDK call it, whatever its name is. */
  static final String ID = "AuroraRestore";

  /**
   * @param functionsJar what all functions are made of
   */
  RestoreStack(Construct scope, DeploymentConfiguration configuration, Path functionsJar) {
    super(
        scope,
        ID,
        StackProps.builder()
            .stackName(configuration.name())
            .description("Brings an Aurora cluster back from a snapshot of another region.")
            .build());
    var arns = Arns.of(this, configuration);
    var key = Keys.make(this, arns, configuration);
    var tables = Tables.make(this, key);
    var topic = Topics.make(this, key, arns, configuration);
    var logs = new Logs(this, key, configuration);
    var functionLogs = Functions.logs(logs, configuration);
    var machineLogs = Machines.logs(logs, arns);
    var permissions =
        Permissions.of(arns, tables.state(), tables.audit(), topic, key, configuration);
    var factory =
        Functions.of(
            this, functionsJar, configuration, tables, topic, functionLogs, permissions, arns);
    var functions = factory.make();
    var scheduled = factory.makeScheduled();
    var machines = new Machines(this, functions, machineLogs, arns).make();
    var restore = machines.get(Machine.RESTORE);
    var queues = new DeadLetters(this, key);
    var deadLetters = new ArrayList<Queue>();
    var unreported = queues.make("FailureReportDeadLetters");
    deadLetters.add(unreported);
    FailureReports.make(this, machines, unreported, arns);
    var uncalled = queues.make("ScheduledCallDeadLetters");
    deadLetters.add(uncalled);
    new ScheduledCalls(this, uncalled).make(scheduled);
    if (!configuration.schedules().isEmpty()) {
      var unstarted = queues.make("ScheduleDeadLetters");
      deadLetters.add(unstarted);
      new Schedules(this, restore, unstarted, arns).make(configuration.schedules());
    }
    var own = new OwnMetrics(configuration.name());
    var alarms = new Alarms(this, topic, own, arns);
    alarms.onMachines(machines);
    alarms.onFunctions(functions);
    alarms.onScheduledFunctions(scheduled);
    alarms.onUncalledFunctions(scheduled);
    alarms.onOverdueOperations();
    alarms.onDeadLetters(deadLetters);
    if (configuration.drillAlarmDays() > 0) {
      alarms.onMissingDrills(configuration.drillAlarmDays());
    }
    var watched = new ArrayList<>(functions.values());
    watched.addAll(scheduled.values());
    var dashboard = new Dashboards(this, arns, own).make(machines, watched, deadLetters);
    new SavedQueries(this, configuration)
        .make(List.copyOf(machineLogs.values()), List.copyOf(functionLogs.values()));
    Outputs.make(this, tables, topic, configuration.evidence(), machines, deadLetters, dashboard);
    Acknowledgments.make(this, configuration, deadLetters);
  }
}
