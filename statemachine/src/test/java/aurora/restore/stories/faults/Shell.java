package aurora.restore.stories.faults;

import aurora.restore.edge.Json;
import aurora.restore.engine.Execution;
import aurora.restore.world.Run;
import aurora.restore.world.World;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.rds.RdsClient;

/**
 * An operator at a shell, who pastes the commands of a message as they are written. Knows those
 * alone that messages have; what isn't known is a failure.
 *
 * @param mended the file of the mended input, where a command names it
 */
record Shell(World world, JsonNode mended) {
  private static final Pattern COMMAND =
      Pattern.compile(
          "aws (?:kms|rds|stepfunctions) [a-z-]+(?: --[a-z-]+(?:"
              + " (?:'[^']*'|[^\\s'),-][^\\s'),]*))?)+");
  private static final Pattern OPTION =
      Pattern.compile("--([a-z-]+)(?: (?:'([^']*)'|([^\\s-]\\S*)))?");

  /** What RDS and the executions need to come to rest. */
  private static final Duration A_WHILE = Duration.ofHours(1);

  /** The commands of a message, in order. */
  static List<String> commands(String message) {
    return COMMAND.matcher(message).results().map(match -> match.group()).toList();
  }

  /**
   * Runs each command of a message, and lets each come to its end.
   *
   * @return the executions that were started or redriven, in order
   */
  List<Run> follow(String message) {
    var executions = new ArrayList<Run>();
    for (var command : commands(message)) {
      var words = command.split(" ", 4);
      var options = options(words[3]);
      switch (words[1]) {
        case "stepfunctions" -> {
          if (!words[2].equals("describe-execution")) { // the mended input is at hand
            executions.add(new Run(execution(words[2], options), world));
          }
        }
        case "rds" -> rds(words[2], options);
        case "kms" -> key(words[2], options);
        case String other -> throw new AssertionError("no command of " + other + " is known");
      }
      world.runUntil(world.now().plus(A_WHILE));
    }
    executions.forEach(world::run);
    return executions;
  }

  private static Map<String, String> options(String words) {
    var options = new TreeMap<String, String>();
    OPTION
        .matcher(words)
        .results()
        .forEach(
            it ->
                options.put(
                    it.group(1),
                    Objects.requireNonNullElse(
                        it.group(2), Objects.requireNonNullElse(it.group(3), ""))));
    return options;
  }

  private Execution execution(String command, Map<String, String> options) {
    var engine = world.engine();
    return switch (command) {
      case "redrive-execution" -> engine.redrive(options.get("execution-arn"));
      case "start-execution" ->
          engine.start(
              options.get("state-machine-arn"),
              "pasted-" + engine.executions().size(),
              input(options.get("input")));
      case "stop-execution" -> {
        engine.stop(options.get("execution-arn"), null, null);
        yield engine.execution(options.get("execution-arn")).orElseThrow();
      }
      case String other -> throw new AssertionError("stepfunctions " + other + " isn't known");
    };
  }

  private JsonNode input(String given) {
    try {
      return given.startsWith("file://") ? mended : Json.MAPPER.readTree(given);
    } catch (JsonProcessingException e) {
      throw new AssertionError("the command's input is no JSON: " + given, e);
    }
  }

  private void rds(String command, Map<String, String> options) {
    RdsClient rds = world.console().rds(options.get("region"));
    switch (command) {
      case "delete-db-cluster-snapshot" ->
          rds.deleteDBClusterSnapshot(
              call ->
                  call.dbClusterSnapshotIdentifier(options.get("db-cluster-snapshot-identifier")));
      case "delete-db-instance" ->
          rds.deleteDBInstance(
              call ->
                  call.dbInstanceIdentifier(options.get("db-instance-identifier"))
                      .skipFinalSnapshot(options.containsKey("skip-final-snapshot")));
      case "start-db-cluster" ->
          rds.startDBCluster(
              call -> call.dbClusterIdentifier(options.get("db-cluster-identifier")));
      case "remove-from-global-cluster" ->
          rds.removeFromGlobalCluster(
              call ->
                  call.globalClusterIdentifier(options.get("global-cluster-identifier"))
                      .dbClusterIdentifier(options.get("db-cluster-identifier")));
      case String other -> throw new AssertionError("rds " + other + " isn't known");
    }
  }

  /** A key whose deletion is cancelled is disabled (KMS API Reference, CancelKeyDeletion). */
  private void key(String command, Map<String, String> options) {
    var key =
        world
            .kms()
            .find(world.account(), options.get("region"), options.get("key-id"))
            .orElseThrow();
    key.state(
        switch (command) {
          case "enable-key" -> {
            if (key.state() != KeyState.DISABLED) {
              throw new AssertionError("KMS enables no key that is " + key.state());
            }
            yield KeyState.ENABLED;
          }
          case "cancel-key-deletion" -> KeyState.DISABLED;
          case String other -> throw new AssertionError("kms " + other + " isn't known");
        });
  }
}
