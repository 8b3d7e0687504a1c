package aurora.restore.infra.artifact;

import aurora.restore.infra.Intrinsics;
import aurora.restore.infra.Synthesized;
import aurora.restore.infra.Synthesized.Resource;
import aurora.restore.machine.Machine;
import aurora.restore.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The functions that a template deploys, each under the name that whoever calls it knows it by. The
 * template alone says which there are: a machine's definition is substituted with them, or a rule
 * has one for its target.
 */
final class DeployedFunctions {
  private final Synthesized stack;
  private final World world;
  private final Intrinsics intrinsics;
  private final Map<String, String> machines = new HashMap<>();

  private DeployedFunctions(Synthesized stack, World world) {
    this.stack = stack;
    this.world = world;
    var references = references();
    this.intrinsics = new Intrinsics(name -> named(references, name));
    for (var machine : Machine.values()) {
      machines.put(
          intrinsics.text(machine(machine).properties().path("StateMachineName")),
          world.engine().machineArn(machine.id()));
    }
  }

  /** By the name that the state machines know: {@code CopySnapshot}. */
  static Map<String, DeployedFunction> ofMachines(Synthesized stack, World world) {
    return new DeployedFunctions(stack, world).ofMachines();
  }

  /** Those that rules call, by their names in the template: {@code Reaper}. */
  static Map<String, DeployedFunction> ofRules(Synthesized stack, World world) {
    return new DeployedFunctions(stack, world).ofRules();
  }

  static Map<String, DeployedFunction> all(Synthesized stack, World world) {
    var all = ofMachines(stack, world);
    all.putAll(ofRules(stack, world));
    return all;
  }

  private Map<String, DeployedFunction> ofMachines() {
    var functions = new TreeMap<String, DeployedFunction>();
    for (var machine : Machine.values()) {
      machine(machine)
          .properties()
          .path("DefinitionSubstitutions")
          .properties()
          .forEach(
              it ->
                  target(it.getValue())
                      .ifPresent(
                          function -> functions.put(it.getKey(), deployed(it.getKey(), function))));
    }
    return functions;
  }

  private Map<String, DeployedFunction> ofRules() {
    var functions = new TreeMap<String, DeployedFunction>();
    for (var rule : stack.resources("AWS::Events::Rule")) {
      elements(rule.properties().path("Targets"))
          .flatMap(target -> target(target.path("Arn")).stream())
          .forEach(
              function -> {
                var name = function.id().replaceFirst("[0-9A-F]{8}$", "");
                functions.put(name, deployed(name, function));
              });
    }
    return functions;
  }

  /** The function that an ARN of the template is of, if it is a function's. */
  private Optional<Resource> target(JsonNode arn) {
    var id = arn.at("/Fn::GetAtt/0").asText();
    return stack.resources("AWS::Lambda::Function").stream()
        .filter(function -> function.id().equals(id))
        .findFirst();
  }

  private DeployedFunction deployed(String name, Resource function) {
    var properties = function.properties();
    var environment = new TreeMap<String, String>();
    properties
        .at("/Environment/Variables")
        .properties()
        .forEach(it -> environment.put(it.getKey(), inTheWorld(it.getValue())));
    return new DeployedFunction(
        name,
        handler(properties),
        world.account(),
        world.settings().region(),
        properties.path("MemorySize").asInt(),
        properties.path("Timeout").asInt(),
        environment);
  }

  /** Of an image it is the command. */
  private static String handler(JsonNode properties) {
    return properties.path("PackageType").asText().equals("Image")
        ? properties.at("/ImageConfig/Command/0").asText()
        : properties.path("Handler").asText();
  }

  /** The world's engine knows machines by shorter names than the deployment gives them. */
  private String inTheWorld(JsonNode value) {
    var resolved = intrinsics.text(value);
    var name = resolved.substring(resolved.lastIndexOf(':') + 1);
    return resolved.contains(":stateMachine:")
        ? Optional.ofNullable(machines.get(name))
            .orElseThrow(() -> new IllegalArgumentException("no machine is deployed as " + name))
        : resolved;
  }

  private static String named(Map<String, String> references, String name) {
    var meant = references.get(name);
    if (meant == null) {
      throw new IllegalArgumentException("nothing is known that " + name + " could stand for");
    }
    return meant;
  }

  private Map<String, String> references() {
    var settings = world.settings();
    var references = new HashMap<String, String>();
    references.put("AWS::Partition", "aws");
    references.put("AWS::Region", settings.region());
    references.put("AWS::AccountId", world.account());
    references.put(only("AWS::DynamoDB::", "StateTable"), settings.stateTable());
    references.put(only("AWS::DynamoDB::", "AuditTable"), settings.auditTable());
    references.put(only("AWS::SNS::Topic", "Topic"), settings.topicArn());
    return references;
  }

  private Resource machine(Machine machine) {
    var prefix = machine.placeholder() + "Machine";
    return stack.resources("AWS::StepFunctions::StateMachine").stream()
        .filter(it -> it.id().startsWith(prefix))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the template has no " + prefix));
  }

  /** The logical id of the one resource that begins so. */
  private String only(String typePrefix, String idPrefix) {
    var found =
        stack.template().path("Resources").properties().stream()
            .filter(it -> it.getValue().path("Type").asText().startsWith(typePrefix))
            .map(Map.Entry::getKey)
            .filter(id -> id.startsWith(idPrefix) && !id.startsWith(idPrefix + "Policy"))
            .toList();
    if (found.size() != 1) {
      throw new IllegalArgumentException(idPrefix + " could be each of " + found);
    }
    return found.getFirst();
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
