package aurora.restore.infra;

import aurora.restore.infra.configuration.DeploymentConfiguration;
import aurora.restore.infra.configuration.EncryptionKey;
import aurora.restore.infra.configuration.EvidenceOptions;
import aurora.restore.infra.configuration.FunctionNetwork;
import aurora.restore.infra.configuration.FunctionPackage;
import aurora.restore.infra.configuration.ScheduledRestore;
import aurora.restore.infra.configuration.Subscriber;
import aurora.restore.machine.HandlerFunction;
import aurora.restore.machine.ScheduledFunction;
import aurora.restore.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awscdk.App;
import software.amazon.awscdk.assertions.Template;

/** The template of a configuration, made once for all tests that look at it. */
public record Synthesized(JsonNode template) {
  public static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Differs from the default in all but the key and the package, so that no value can be one that
   * was written down.
   */
  static final DeploymentConfiguration CUSTOMISED =
      new DeploymentConfiguration(
          "orders-dr",
          "db.r7g.xlarge",
          List.of("rds-monitoring-role"),
          List.of("arn:aws:secretsmanager:us-west-2:111122223333:secret:restore-checks-a1b2c3"),
          30,
          365,
          EncryptionKey.CUSTOMER_MANAGED,
          List.of(
              new Subscriber(Subscriber.Protocol.EMAIL, "dba@example.com"),
              new Subscriber(Subscriber.Protocol.HTTPS, "https://example.com/on-call/1")),
          Optional.of(
              new FunctionNetwork(
                  List.of("subnet-0a1b2c3d", "subnet-1a2b3c4d"), List.of("sg-0a1b2c3d"))),
          new FunctionPackage.Zip(),
          1024,
          60,
          false,
          35,
          "https://wiki.example.com/restore/runbook",
          new EvidenceOptions(
              Optional.of("arn:aws:kms:us-west-2:111122223333:key/" + World.EVIDENCE_KEY),
              Optional.of(World.EVIDENCE_BUCKET)),
          List.of(
              new ScheduledRestore("weekly-drill", "cron(0 3 ? * SUN *)", input()),
              new ScheduledRestore("staging", "rate(1 day)", input())));

  /** The default without a key of its own. */
  public static final DeploymentConfiguration AWS_OWNED =
      with(
          EncryptionKey.AWS_OWNED,
          List.of(),
          List.of(),
          Optional.empty(),
          new FunctionPackage.Zip(),
          EvidenceOptions.NONE,
          List.of());

  /**
   * The default with functions in a VPC, schedules, and a role for enhanced monitoring: roles allow
   * no more in any configuration.
   */
  public static final DeploymentConfiguration IN_VPC =
      with(
          EncryptionKey.CUSTOMER_MANAGED,
          CUSTOMISED.monitoringRoles(),
          CUSTOMISED.checkSecrets(),
          CUSTOMISED.functionNetwork(),
          CUSTOMISED.functionPackage(),
          CUSTOMISED.evidence(),
          CUSTOMISED.schedules());

  /** {@link #AWS_OWNED}, of an image. */
  static final DeploymentConfiguration IMAGE =
      with(
          EncryptionKey.AWS_OWNED,
          List.of(),
          List.of(),
          Optional.empty(),
          new FunctionPackage.Image("tools/aurora-restore", "1.2.0"),
          EvidenceOptions.NONE,
          List.of());

  private static final Map<DeploymentConfiguration, Synthesized> MADE = new HashMap<>();

  /** As it is shipped. */
  public static Synthesized shipped() {
    return of(DeploymentConfiguration.DEFAULT);
  }

  public static Synthesized awsOwned() {
    return of(AWS_OWNED);
  }

  public static Synthesized customerManaged() {
    return of(CUSTOMISED);
  }

  /** The functions of an image, else as {@link #awsOwned}. */
  public static Synthesized image() {
    return of(IMAGE);
  }

  /** The six keys that a restore can't do without, and a number. */
  public static Map<String, Object> input() {
    var input = new LinkedHashMap<String, Object>();
    input.put("snapshot_id", "orders-2026-11-20");
    input.put("source_region", "us-east-1");
    input.put("target_region", "us-west-2");
    input.put("vpc_id", "vpc-0a1b2c3d");
    input.put("subnet_ids", List.of("subnet-0a1b2c3d", "subnet-1a2b3c4d"));
    input.put("security_group_ids", List.of("sg-0a1b2c3d"));
    input.put("instance_count", 2);
    return input;
  }

  /** Every function that is to be deployed, as the deployment calls it, with its handler. */
  public static Map<String, Class<?>> functions() {
    var functions = new LinkedHashMap<String, Class<?>>();
    Stream.of(HandlerFunction.values()).forEach(f -> functions.put(f.placeholder(), f.handler()));
    Stream.of(ScheduledFunction.values()).forEach(f -> functions.put(f.placeholder(), f.handler()));
    return functions;
  }

  public static Synthesized inVpc() {
    return of(IN_VPC);
  }

  private static DeploymentConfiguration with(
      EncryptionKey key,
      List<String> monitoringRoles,
      List<String> checkSecrets,
      Optional<FunctionNetwork> network,
      FunctionPackage functionPackage,
      EvidenceOptions evidence,
      List<ScheduledRestore> schedules) {
    var other = DeploymentConfiguration.DEFAULT;
    return new DeploymentConfiguration(
        other.name(),
        other.defaultInstanceClass(),
        monitoringRoles,
        checkSecrets,
        other.logRetentionDays(),
        other.recordRetentionDays(),
        key,
        other.subscriptions(),
        network,
        functionPackage,
        other.functionMemoryMegabytes(),
        other.functionTimeoutSeconds(),
        other.functionTracing(),
        other.drillAlarmDays(),
        other.runbook(),
        evidence,
        schedules);
  }

  public static List<Synthesized> both() {
    return List.of(awsOwned(), customerManaged());
  }

  private static Synthesized of(DeploymentConfiguration configuration) {
    return CdkAlone.call(() -> MADE.computeIfAbsent(configuration, Synthesized::made));
  }

  private static Synthesized made(DeploymentConfiguration configuration) {
    var template = Template.fromStack(new RestoreStack(new App(), configuration, jar()));
    return new Synthesized(JSON.valueToTree(template.toJSON()));
  }

  /** What all functions are made of. */
  public static Path jar() {
    return FunctionsJar.require(Path.of("..", "lambdas"));
  }

  /** A resource of the template: its logical id, and all that is said of it. */
  public record Resource(String id, JsonNode body) {
    public JsonNode properties() {
      return body.path("Properties");
    }
  }

  /** A statement of a role, or of a policy that is attached to one. */
  public record Statement(String owner, JsonNode body) {
    public List<String> actions() {
      return texts(body.path("Action"));
    }

    /** Each as JSON, for most are put together by CloudFormation. */
    public List<String> resources() {
      return list(body.path("Resource")).map(JsonNode::toString).toList();
    }

    public boolean isAllowed() {
      return body.path("Effect").asText().equals("Allow");
    }

    public boolean isOn(Resource resource) {
      return resources().stream().anyMatch(json -> json.contains('"' + resource.id() + '"'));
    }

    public String condition() {
      return body.path("Condition").toString();
    }
  }

  public List<Resource> resources(String type) {
    return template.path("Resources").properties().stream()
        .filter(entry -> entry.getValue().path("Type").asText().equals(type))
        .map(entry -> new Resource(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** The one of that type whose logical id begins so. */
  public Resource resource(String type, String idPrefix) {
    var found =
        resources(type).stream().filter(resource -> resource.id().startsWith(idPrefix)).toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " resources " + type + " are called " + idPrefix);
    }
    return found.getFirst();
  }

  /**
   * Of all roles and policies; owner is the role's logical id.
   *
   * @throws IllegalStateException where a role may do anything that isn't read here
   */
  public List<Statement> statements() {
    refuseWhatIsNotRead();
    var inline =
        resources("AWS::IAM::Role").stream()
            .flatMap(
                role ->
                    list(role.properties().path("Policies"))
                        .flatMap(policy -> list(policy.at("/PolicyDocument/Statement")))
                        .map(statement -> new Statement(role.id(), statement)));
    var attached =
        resources("AWS::IAM::Policy").stream()
            .flatMap(
                policy ->
                    list(policy.properties().at("/PolicyDocument/Statement"))
                        .map(
                            statement ->
                                new Statement(
                                    policy.properties().at("/Roles/0/Ref").asText(), statement)));
    return Stream.concat(inline, attached).toList();
  }

  private void refuseWhatIsNotRead() {
    for (var type : List.of("AWS::IAM::ManagedPolicy", "AWS::IAM::RolePolicy")) {
      for (var policy : resources(type)) {
        throw new IllegalStateException(policy.id() + " is of the type " + type);
      }
    }
    for (var role : resources("AWS::IAM::Role")) {
      if (role.properties().has("ManagedPolicyArns")) {
        throw new IllegalStateException(role.id() + " has managed policies");
      }
    }
    for (var policy : resources("AWS::IAM::Policy")) {
      var roles = policy.properties().path("Roles");
      if (roles.size() != 1 || !roles.at("/0/Ref").isTextual()) {
        throw new IllegalStateException(policy.id() + " isn't of one role: " + roles);
      }
    }
  }

  /** Of the role of a function, or of the state machine. */
  public List<Statement> statementsOf(String rolePrefix) {
    var role = resource("AWS::IAM::Role", rolePrefix).id();
    return statements().stream().filter(statement -> statement.owner().equals(role)).toList();
  }

  public static Stream<JsonNode> list(JsonNode node) {
    if (node.isMissingNode()) {
      return Stream.empty();
    }
    return node.isArray() ? StreamSupport.stream(node.spliterator(), false) : Stream.of(node);
  }

  public static List<String> texts(JsonNode node) {
    return list(node).map(JsonNode::asText).toList();
  }
}
