package aurora.restore.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
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
  private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

  /** What the CLI itself takes beside an operation's members. */
  private static final Set<String> OF_THE_CLI = Set.of("region", "query", "output");

  static AwsCommand parse(String line) {
    var words = new ArrayList<String>();
    WORD.matcher(line)
        .results()
        .map(
            word ->
                Stream.of(word.group(1), word.group(2), word.group(3))
                    .filter(group -> group != null)
                    .findFirst()
                    .orElseThrow())
        .forEach(words::add);
    assertThat(words.getFirst()).as(line).isEqualTo("aws");
    var options = new LinkedHashMap<String, String>();
    for (int at = 3; at < words.size(); at++) {
      var word = words.get(at);
      assertThat(word).as(line).startsWith("--");
      var hasValue = at + 1 < words.size() && !words.get(at + 1).startsWith("--");
      options.put(word.substring(2), hasValue ? words.get(++at) : "");
    }
    return new AwsCommand(words.get(1), words.get(2), options);
  }

  void requireKnown() {
    var members = members();
    for (var option : options.keySet()) {
      if (!OF_THE_CLI.contains(option)) {
        assertThat(members)
            .as("options of aws " + service + " " + operation)
            .contains(plain(option));
      }
    }
  }

  private List<String> members() {
    var request =
        Stream.of(client().getMethods())
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

  private Class<?> client() {
    return switch (service) {
      case "stepfunctions" -> SfnClient.class;
      case "dynamodb" -> DynamoDbClient.class;
      case "rds" -> RdsClient.class;
      case "sqs" -> SqsClient.class;
      case String other -> throw new AssertionError("no client is at hand for aws " + other);
    };
  }

  private static String plain(String name) {
    return name.replace("-", "").toLowerCase(Locale.ROOT);
  }
}
