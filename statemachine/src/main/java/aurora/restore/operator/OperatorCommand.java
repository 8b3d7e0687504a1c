package aurora.restore.operator;

import aurora.restore.auditor.Auditor;
import aurora.restore.auditor.Examined;
import aurora.restore.edge.Json;
import aurora.restore.machine.Machine;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** What all subcommands share: the deployment, found when first asked for, and how to print. */
abstract class OperatorCommand implements Callable<Integer> {
  @ParentCommand AuroraRestore root;
  @Spec CommandSpec spec;

  private OperatorAws aws;
  private Deployment deployment;

  OperatorAws aws() {
    if (aws == null) {
      aws = root.aws();
    }
    return aws;
  }

  Deployment deployment() {
    if (deployment == null) {
      deployment = Deployment.find(aws().cloudFormation(), root.stack());
    }
    return deployment;
  }

  Executions executions() {
    return new Executions(aws().services().sfn());
  }

  Ledger ledger() {
    return new Ledger(aws().services().dynamoDb(), deployment());
  }

  /**
   * An operation's newest evidence, held against what there is.
   *
   * @throws Trouble where there is none, or it can't be read
   */
  Examined examined(String operationId) {
    var auditor =
        new Auditor(aws().services(), deployment().auditTable(), deployment().signingKeyArn());
    try {
      return auditor.examine(operationId).orElseThrow(() -> noEvidence(operationId));
    } catch (IllegalStateException e) {
      throw new Trouble(e.getMessage());
    }
  }

  private Trouble noEvidence(String operationId) {
    var status =
        ledger()
            .row(operationId)
            .map(row -> "it is " + row.path("status").asText())
            .orElse("nothing is recorded of it; aurora-restore history lists what is known");
    return new Trouble(
        "the operation "
            + operationId
            + " has no evidence, which is written at its end: "
            + status);
  }

  PrintWriter out() {
    return spec.commandLine().getOut();
  }

  void print(JsonNode json) {
    out().println(json.toPrettyString());
    out().flush();
  }

  /** Says a sentence to people, and nothing to programs. */
  void say(String sentence) {
    if (!root.isJson()) {
      out().println(sentence);
      out().flush();
    }
  }

  /**
   * @throws Trouble where it is no file with a JSON object
   */
  static ObjectNode read(Path file) {
    try {
      if (Json.MAPPER.readTree(Files.readString(file)) instanceof ObjectNode input) {
        return input;
      }
      throw new Trouble(file + " has no JSON object");
    } catch (IOException e) {
      throw new Trouble(file + " can't be read as JSON: " + e.getMessage());
    }
  }

  /**
   * The execution that worked for an operation last.
   *
   * @throws Trouble where nothing tells of the operation
   */
  String executionOf(String operationId) {
    if (operationId.startsWith("arn:")) {
      return operationId;
    }
    return ledger()
        .row(operationId)
        .map(row -> row.path("execution_arn").asText())
        .or(() -> executions().find(executionNamed(operationId)).map(it -> it.executionArn()))
        .orElseThrow(
            () ->
                new Trouble(
                    "no record and no execution tells of the operation "
                        + operationId
                        + "; aurora-restore history lists those that are known"));
  }

  /** An execution that was refused before it claimed its operation has no row. */
  private String executionNamed(String name) {
    var machine = deployment().machineArn(Machine.RESTORE);
    return machine.replace(":stateMachine:", ":execution:") + ":" + name;
  }

  /** Watches an execution to its end. */
  int watch(String executionArn, String operationId) {
    return ended(follower().follow(executionArn, operationId).status());
  }

  Follower follower() {
    var view =
        root.isJson()
            ? new JsonWatchView(out())
            : new TextWatchView(out(), System.console() != null && System.console().isTerminal());
    return new Follower(executions(), ledger(), root.pause(), view);
  }

  static int ended(ExecutionStatus status) {
    return Executions.isBad(status) ? ExitCode.BAD : ExitCode.WELL;
  }
}
