package aurora.restore.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * A command of the AWS CLI, held against the SDK, which is made from the same models: the operation
 * must exist, and each option must be a member of its request.
 *
 * @param service e.g. {@code stepfunctions}
 * @param operation e.g. {@code start-execution}
 * @param options by name without the hyphens in front
 */
record AwsCommand(String service, String operation, Map<String, String> options) {
  /** What the CLI itself takes beside an operation's members. */
  private static final Set<String> OF_THE_CLI =
      Set.of("region", "query", "output", "max-results", "source-region");

  /** The one command of a line. */
  static AwsCommand parse(String line) {
    var commands = ShellLine.awsCommands(line);
    assertThat(commands).as(line).hasSize(1);
    return of(commands.getFirst());
  }

  /**
   * @param words without the word aws
   */
  static AwsCommand of(List<String> words) {
    var options = new LinkedHashMap<String, String>();
    String last = null;
    for (var word : words.subList(2, words.size())) {
      if (word.startsWith("--")) {
        last = word.substring(2);
        options.put(last, "");
      } else {
        assertThat(last).as("an option before " + word).isNotNull();
        options.merge(last, word, (before, more) -> before.isEmpty() ? more : before + " " + more);
      }
    }
    return new AwsCommand(words.get(0), words.get(1), options);
  }

  /** The IAM action that it takes, in lower case, e.g. {@code states:startexecution}. */
  String action() {
    var prefix =
        switch (service) {
          case "stepfunctions" -> "states";
          case "service-quotas" -> "servicequotas";
          case String same -> same;
        };
    return prefix + ":" + plain(operation);
  }

  /** What services have no client in this build is left to {@link AwsCli}. */
  void requireKnown() {
    if (client().isEmpty()) {
      return;
    }
    var members = members(client().get());
    for (var option : options.keySet()) {
      if (!OF_THE_CLI.contains(option)) {
        assertThat(members)
            .as("options of aws " + service + " " + operation)
            .contains(plain(option.replaceFirst("^no-", "")));
      }
    }
  }

  private List<String> members(Class<?> client) {
    var request =
        Stream.of(client.getMethods())
            .filter(method -> method.getName().toLowerCase(Locale.ROOT).equals(plain(operation)))
            .filter(method -> method.getParameterCount() == 1)
            .map(method -> method.getParameterTypes()[0])
            .filter(SdkPojo.class::isAssignableFrom)
            .findFirst();
    assertThat(request).as("aws " + service + " " + operation + " exists").isPresent();
    try {
      var builder = (SdkPojo) request.get().getMethod("builder").invoke(null);
      return builder.sdkFields().stream()
          .map(SdkField::memberName)
          .map(AwsCommand::plain)
          .collect(Collectors.toList());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("every request of the SDK has a builder", e);
    }
  }

  private Optional<Class<?>> client() {
    return switch (service) {
      case "stepfunctions" -> Optional.of(SfnClient.class);
      case "dynamodb" -> Optional.of(DynamoDbClient.class);
      case "ec2" -> Optional.of(Ec2Client.class);
      case "kms" -> Optional.of(KmsClient.class);
      case "rds" -> Optional.of(RdsClient.class);
      case "sqs" -> Optional.of(SqsClient.class);
      case String _ -> Optional.empty();
    };
  }

  private static String plain(String name) {
    return name.replace("-", "").toLowerCase(Locale.ROOT);
  }
}
