package aurora.restore.operator;

import aurora.restore.edge.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "doctor",
    description = {
      "Looks at what would stop a restore tonight: credentials, stack, topic, alarms, failed"
          + " operations, the latest snapshots and their keys, quotas; with an input, its network"
          + " and key too. Changes nothing. aurora-restore plan has the pipeline itself check an"
          + " input."
    })
final class Doctor extends OperatorCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "INPUT",
      description = "A file with a restore's input, for its regions, network and key.")
  private Path input;

  @Option(
      names = "--source-region",
      paramLabel = "REGION",
      description =
          "Where snapshots are looked at without an input. Default: where the pipeline is.")
  private String sourceRegion;

  @Option(
      names = "--max-age-hours",
      paramLabel = "N",
      defaultValue = "24",
      description = "How old the latest snapshot of a cluster may be. Default: ${DEFAULT-VALUE}")
  private int maxAgeHours;

  @Override
  public Integer call() {
    JsonNode asked = input == null ? Json.MAPPER.createObjectNode() : read(input);
    var home = aws().place().region();
    var source =
        new SourceChecks(
            aws(),
            asked.path("source_region").asText(sourceRegion == null ? home : sourceRegion),
            Duration.ofHours(maxAgeHours),
            root.now());
    var target = new TargetChecks(aws(), asked.path("target_region").asText(home));
    var found =
        new Examination()
            .of("credentials", this::identity)
            .of("stack", this::stack)
            .of("topic", () -> deployed().topic())
            .of("alarms", () -> deployed().alarms())
            .of("operations", () -> deployed().operations())
            .of("snapshots", source::snapshots)
            .of("keys", source::keys)
            .of("keys", () -> target.key(asked))
            .of("subnets", () -> target.subnets(asked))
            .of("quotas", target::quotas)
            .found();
    if (root.isJson()) {
      print(Json.MAPPER.valueToTree(found));
    } else {
      found.forEach(it -> say(it.line()));
    }
    return found.stream().anyMatch(it -> it.level() == Diagnosis.Level.WRONG)
        ? ExitCode.BAD
        : ExitCode.WELL;
  }

  private List<Diagnosis> identity() {
    var caller = aws().sts().getCallerIdentity();
    return List.of(Diagnosis.well("credentials", caller.arn() + " in " + aws().place().region()));
  }

  private List<Diagnosis> stack() {
    return List.of(Diagnosis.well("stack", deployment().name()));
  }

  private DeploymentChecks deployed() {
    return new DeploymentChecks(aws(), deployment());
  }
}
