package aurora.restore.house;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A workflow of GitHub's: its text, for comments mean something in it, and what it says. */
record Workflow(String name, String text, JsonNode tree) {

  static List<Workflow> all() {
    // GitHub runs both spellings.
    return Repository.files("ml").stream()
        .filter(file -> Repository.name(file).matches("\\.github/workflows/[^/]+\\.ya?ml"))
        .map(Workflow::of)
        .toList();
  }

  private static Workflow of(Path file) {
    var name = Repository.name(file).substring(".github/workflows/".length());
    return new Workflow(name, Repository.read(file), Yaml.read(file));
  }

  List<Job> jobs() {
    return tree.path("jobs").properties().stream()
        .map(job -> new Job(name + " " + job.getKey(), job.getValue()))
        .toList();
  }

  List<JsonNode> steps() {
    return jobs().stream().flatMap(job -> job.steps().stream()).toList();
  }

  /** What begins it, e.g. {@code push}. */
  List<String> triggers() {
    var on = tree.path("on");
    return switch (on.getNodeType()) {
      case STRING -> List.of(on.asText());
      case ARRAY -> on.valueStream().map(JsonNode::asText).toList();
      case OBJECT -> on.propertyStream().map(Map.Entry::getKey).toList();
      case MISSING, NULL, BOOLEAN, NUMBER, BINARY, POJO ->
          throw new AssertionError(name + " says nothing of what begins it");
    };
  }

  /** What may be done to what, e.g. {@code contents: read}, in a steady order. */
  static List<String> permissions(JsonNode of) {
    var permissions = new TreeMap<String, String>();
    of.path("permissions").propertyStream().forEach(p -> permissions.put(p.getKey(), text(p)));
    return permissions.entrySet().stream().map(p -> p.getKey() + ": " + p.getValue()).toList();
  }

  private static String text(Map.Entry<String, JsonNode> permission) {
    return permission.getValue().asText();
  }

  /**
   * A job of a workflow.
   *
   * @param name the workflow's file and the job's key, e.g. {@code build.yml cfn-lint}
   */
  record Job(String name, JsonNode tree) {
    List<JsonNode> steps() {
      return tree.path("steps").valueStream().toList();
    }

    Stream<String> uses() {
      return steps().stream().map(step -> step.path("uses").asText("")).filter(u -> !u.isEmpty());
    }
  }
}
