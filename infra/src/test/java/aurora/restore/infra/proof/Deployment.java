package aurora.restore.infra.proof;

import aurora.restore.infra.Intrinsics;
import aurora.restore.infra.Synthesized;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a template lets each function do.
 *
 * @param name what the names of its machines begin with
 * @param statements of the policies of each function's role, by the function's placeholder, as the
 *     template has them
 */
record Deployment(String name, Synthesized stack, Map<String, List<JsonNode>> statements) {
  /** What policies name by its logical id. */
  enum Kind {
    STATE_TABLE,
    AUDIT_TABLE,
    TOPIC,
    KEY,
    LOG_GROUP,
    OTHER
  }

  /** Of every function that is in the template. */
  static Deployment of(Synthesized stack, String name) {
    var statements = new TreeMap<String, List<JsonNode>>();
    for (var function : stack.resources("AWS::Lambda::Function")) {
      var role = function.properties().at("/Role/Fn::GetAtt/0").asText();
      statements.put(
          placeholder(function.id()),
          stack.statements().stream()
              .filter(statement -> statement.owner().equals(role))
              .map(Synthesized.Statement::body)
              .toList());
    }
    return new Deployment(name, stack, statements);
  }

  /** The logical id without what the CDK appends to it. */
  private static String placeholder(String logicalId) {
    return logicalId.substring(0, logicalId.length() - "01234567".length());
  }

  Set<String> functions() {
    return new TreeSet<>(statements.keySet());
  }

  /** What Lambda adds to each call of a function's code. */
  String functionArn(String function, Place place) {
    var properties = stack.resource("AWS::Lambda::Function", function).properties();
    return "arn:aws:lambda:%s:%s:function:%s"
        .formatted(
            place.region(),
            place.account(),
            place.intrinsics(this).text(properties.path("FunctionName")));
  }

  /** A function's statements, with nothing left to fill in. */
  List<Statement> statements(String function, Place place) {
    var machines = place.machines(name);
    return statements.get(function).stream()
        .map(statement -> read(place.intrinsics(this).filledIn(statement)))
        .map(
            read ->
                new Statement(
                    read.allows(),
                    read.actions(),
                    read.resources().stream().map(machines).toList(),
                    read.conditions()))
        .toList();
  }

  /** A function's statements, as a document shows them: what is to be filled in is named. */
  List<Statement> shown(String function) {
    var names = new Intrinsics(this::shownAs);
    var itself =
        stack
            .resource("AWS::Lambda::Function", function)
            .properties()
            .path("FunctionName")
            .asText();
    return statements.get(function).stream()
        .map(statement -> read(names.filledIn(statement)))
        .map(
            statement ->
                new Statement(
                    statement.allows(),
                    statement.actions(),
                    statement.resources(),
                    statement.conditions().stream().map(it -> shown(it, itself)).toList()))
        .toList();
  }

  /** So that what all functions have in common reads the same for each. */
  private static Condition shown(Condition condition, String functionName) {
    var values =
        condition.values().stream()
            .map(it -> it.endsWith(":function:" + functionName) ? "<the function>" : it)
            .toList();
    return new Condition(condition.operator(), condition.key(), values);
  }

  /** What the roles may do that no function has, by their logical ids, as a document shows them. */
  Map<String, List<Statement>> otherRoles() {
    var ofFunctions =
        stack.resources("AWS::Lambda::Function").stream()
            .map(function -> function.properties().at("/Role/Fn::GetAtt/0").asText())
            .toList();
    var names = new Intrinsics(this::shownAs);
    return stack.statements().stream()
        .filter(statement -> !ofFunctions.contains(statement.owner()))
        .collect(
            Collectors.groupingBy(
                statement -> placeholder(statement.owner()),
                TreeMap::new,
                Collectors.mapping(
                    statement -> read(names.filledIn(statement.body())), Collectors.toList())));
  }

  /** Each action on each resource that a statement allows. */
  Set<Permission> allowed() {
    var allowed = new TreeSet<Permission>();
    for (var function : functions()) {
      var shown = shown(function);
      for (int position = 0; position < shown.size(); position++) {
        var statement = shown.get(position);
        if (statement.allows()) {
          for (var action : statement.actions()) {
            for (var resource : statement.resources()) {
              allowed.add(new Permission(function, position, action, resource));
            }
          }
        }
      }
    }
    return allowed;
  }

  private String shownAs(String name) {
    return switch (name) {
      case "AWS::Partition" -> "<partition>";
      case "AWS::Region" -> "<region>";
      case "AWS::AccountId" -> "<account>";
      case "AWS::URLSuffix" -> "<url suffix>";
      case String resource ->
          switch (resource(resource)) {
            case STATE_TABLE -> "<state table>";
            case AUDIT_TABLE -> "<audit table>";
            case TOPIC -> "<topic>";
            case KEY -> "<key>";
            case LOG_GROUP -> "<its log group>";
            case OTHER -> "<" + placeholder(resource.split("\\.")[0]) + ">";
          };
    };
  }

  private static Statement read(JsonNode body) {
    body.fieldNames()
        .forEachRemaining(
            field -> {
              if (!Set.of("Action", "Condition", "Effect", "Resource", "Sid").contains(field)) {
                throw new IllegalArgumentException("no policy element is known as " + field);
              }
            });
    return new Statement(
        switch (body.get("Effect").asText()) {
          case "Allow" -> true;
          case "Deny" -> false;
          case String other -> throw new IllegalArgumentException("no effect is " + other);
        },
        Synthesized.texts(body.path("Action")),
        Synthesized.texts(body.path("Resource")),
        Condition.of(body.path("Condition")));
  }

  /**
   * What a logical id stands for, with or without an attribute.
   *
   * @throws IllegalArgumentException where there is no such resource
   */
  Kind resource(String name) {
    var id = name.split("\\.")[0];
    var type = stack.template().at("/Resources/" + id + "/Type").asText();
    return switch (type) {
      case "AWS::DynamoDB::Table" -> id.startsWith("State") ? Kind.STATE_TABLE : Kind.AUDIT_TABLE;
      case "AWS::SNS::Topic" -> Kind.TOPIC;
      case "AWS::KMS::Key" -> Kind.KEY;
      case "AWS::Logs::LogGroup" -> Kind.LOG_GROUP;
      case "" ->
          throw new IllegalArgumentException("a policy names " + name + ", which isn't there");
      case String other -> Kind.OTHER;
    };
  }
}
