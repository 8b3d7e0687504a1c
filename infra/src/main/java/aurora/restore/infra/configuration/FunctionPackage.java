package aurora.restore.infra.configuration;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the functions are deployed as. */
public sealed interface FunctionPackage {
  /** The one jar, on Lambda's own Java. */
  record Zip() implements FunctionPackage {}

  /**
   * A container image that was pushed before, with a JVM of its own.
   *
   * @param repository the name of its ECR repository, of the stack's account and region
   * @param tagOrDigest which image of it: {@code 1.2.0}, or {@code sha256:} and 64 digits
   */
  record Image(String repository, String tagOrDigest) implements FunctionPackage {}

  /**
   * As the configuration says it.
   *
   * @param kind {@code zip} or {@code image}
   * @param image {@code REPOSITORY:TAG} or {@code REPOSITORY@sha256:DIGEST}; empty for a zip
   * @throws ConfigurationRefused where they don't fit together
   */
  static FunctionPackage of(String kind, Optional<String> image) {
    return switch (kind) {
      case "zip" -> {
        if (image.isPresent()) {
          throw refused("functionImage is given: functionPackage must be \"image\" then");
        }
        yield new Zip();
      }
      case "image" -> named(image.orElseThrow(FunctionPackage::missing));
      case String other ->
          throw refused("functionPackage is \"" + other + "\": it must be one of zip, image");
    };
  }

  private static ConfigurationRefused missing() {
    return refused(
        "functionImage is missing: functionPackage \"image\" needs the image," + EXAMPLES);
  }

  private static Image named(String image) {
    var parts = NAME.matcher(image);
    if (!parts.matches()) {
      throw refused(
          "functionImage is \""
              + image
              + "\": it must be an ECR repository's name with a tag or a digest,"
              + EXAMPLES);
    }
    return new Image(
        parts.group("repository"),
        Optional.ofNullable(parts.group("tag")).orElse(parts.group("digest")));
  }

  private static ConfigurationRefused refused(String finding) {
    return new ConfigurationRefused(List.of(finding));
  }

  /** Amazon ECR API Reference, CreateRepository and ImageIdentifier. */
  Pattern NAME =
      Pattern.compile(
          "(?<repository>(?=.{2,256}[:@])[a-z0-9]+([._/-][a-z0-9]+)*)"
              + "(:(?<tag>\\w[\\w.-]{0,127})|@(?<digest>sha256:[0-9a-f]{64}))");

  String EXAMPLES = " such as aurora-restore:1.2.0 or aurora-restore@sha256:DIGEST";
}
