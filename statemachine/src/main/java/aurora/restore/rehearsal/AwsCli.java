package aurora.restore.rehearsal;

import aurora.restore.edge.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Runs the installed AWS CLI against a served rehearsal. The CLI doesn't find the way by itself:
 * its version 1 passes over {@code AWS_ENDPOINT_URL} for some services, and what was meant for the
 * rehearsal would reach the account. So the endpoint is an argument, the credentials are worth
 * nothing, and whatever would go elsewhere is sent to a proxy that isn't one.
 */
@Command(
    name = "aws",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Runs a command of the installed AWS CLI against ./rehearse serve, with credentials that are"
          + " worth nothing: it can't reach AWS.",
      ""
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      " :the AWS CLI's own, or",
      "1:nothing is served on the port, or no AWS CLI is installed",
      "2:the command line is wrong"
    })
final class AwsCli implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** They would choose another account or another way than the rehearsal's. */
  private static final Set<String> REFUSED = Set.of("--endpoint-url", "--profile");

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Where ./rehearse serve listens. Default: ${DEFAULT-VALUE}")
  private int port = Serve.USUAL_PORT;

  @Parameters(
      arity = "1..*",
      paramLabel = "ARGUMENT",
      description = "What aws is called with, e.g. rds describe-db-clusters")
  private List<String> arguments = List.of();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    arguments.stream()
        .filter(it -> REFUSED.contains(it.replaceFirst("=.*", "")))
        .findFirst()
        .ifPresent(
            it -> {
              throw new ParameterException(
                  spec.commandLine(), it + " is set for you: these commands go to the rehearsal");
            });
    JsonNode served;
    try {
      served = served();
    } catch (IOException e) {
      return refused(
          "no rehearsal is served on port %d; ./rehearse serve --port %d".formatted(port, port));
    }
    try {
      return process(served.path("region").asText()).start().waitFor();
    } catch (IOException e) {
      return refused("the AWS CLI isn't installed here (no aws on the PATH)");
    }
  }

  private JsonNode served() throws IOException, InterruptedException {
    try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      var look = HttpRequest.newBuilder(URI.create(endpoint() + "/")).timeout(PATIENCE).build();
      var served = Json.MAPPER.readTree(client.send(look, BodyHandlers.ofString()).body());
      if (served.path("region").asText().isEmpty()) {
        throw new IOException("something else listens on port " + port);
      }
      return served;
    }
  }

  private String endpoint() {
    return "http://127.0.0.1:" + port;
  }

  private ProcessBuilder process(String region) {
    var command = new ArrayList<>(List.of("aws", "--endpoint-url", endpoint()));
    command.addAll(arguments);
    var process = new ProcessBuilder(command).inheritIO();
    var environment = process.environment();
    environment.keySet().removeIf(name -> name.startsWith("AWS_"));
    environment.putAll(surroundings(region));
    return process;
  }

  private Map<String, String> surroundings(String region) {
    return Map.ofEntries(
        Map.entry("AWS_ACCESS_KEY_ID", "AKIAREHEARSAL"),
        Map.entry("AWS_SECRET_ACCESS_KEY", "worth-nothing"),
        Map.entry("AWS_DEFAULT_REGION", region), // version 1 doesn't read AWS_REGION
        Map.entry("AWS_REGION", region),
        Map.entry("AWS_CONFIG_FILE", "/dev/null"),
        Map.entry("AWS_SHARED_CREDENTIALS_FILE", "/dev/null"),
        Map.entry("AWS_EC2_METADATA_DISABLED", "true"),
        Map.entry("AWS_PAGER", ""),
        Map.entry("HTTP_PROXY", endpoint()),
        Map.entry("HTTPS_PROXY", endpoint()),
        Map.entry("http_proxy", endpoint()),
        Map.entry("https_proxy", endpoint()),
        Map.entry("NO_PROXY", "127.0.0.1"),
        Map.entry("no_proxy", "127.0.0.1"));
  }

  private int refused(String why) {
    spec.commandLine().getErr().println("rehearse aws: " + why);
    return CommandLine.ExitCode.SOFTWARE;
  }
}
