package aurora.restore.infra;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.edge.MachineArns;
import aurora.restore.edge.Settings;
import aurora.restore.infra.Synthesized.Resource;
import aurora.restore.machine.HandlerFunction;
import aurora.restore.machine.Machine;
import aurora.restore.machine.Release;
import aurora.restore.machine.ScheduledFunction;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

class FunctionsTest {
  private static final String FUNCTION = "AWS::Lambda::Function";

  private static String handler(Resource function) {
    return function.properties().path("Handler").asText();
  }

  @Test
  void everyHandlerIsDeployedOnceAndNothingElseIs() {
    var handlers = Synthesized.functions().values().stream().map(Class::getName).toList();

    assertThat(Synthesized.both())
        .allSatisfy(
            stack ->
                assertThat(stack.resources(FUNCTION))
                    .extracting(FunctionsTest::handler)
                    .containsExactlyInAnyOrderElementsOf(handlers));
  }

  @Test
  void everyHandlerIsAClassThatLambdaCanLoad() throws Exception {
    for (var function : Synthesized.awsOwned().resources(FUNCTION)) {
      var handler = Class.forName(handler(function));
      assertThat(handler)
          .satisfiesAnyOf(
              it -> assertThat(it).isAssignableTo(RequestStreamHandler.class),
              it -> assertThat(it).isAssignableTo(RequestHandler.class));
      assertThat(Modifier.isPublic(handler.getModifiers())).isTrue();
      assertThat(handler.getConstructor().canAccess(null)).isTrue();
    }
  }

  @Test
  void everyHandlerIsInTheJarThatIsDeployed() throws Exception {
    try (var jar = new ZipFile(FunctionsJar.require(Path.of("..", "lambdas")).toFile())) {
      assertThat(Synthesized.awsOwned().resources(FUNCTION))
          .allSatisfy(
              function ->
                  assertThat(jar.getEntry(handler(function).replace('.', '/') + ".class"))
                      .as(handler(function))
                      .isNotNull());
    }
  }

  @Test
  void allAreOfOneJarOnJava25AndArm() {
    var functions = Synthesized.awsOwned().resources(FUNCTION);

    assertThat(functions)
        .allSatisfy(
            function -> {
              var properties = function.properties();
              assertThat(properties.path("Runtime").asText()).isEqualTo("java25");
              assertThat(Synthesized.texts(properties.path("Architectures")))
                  .containsExactly("arm64");
            });
    assertThat(functions)
        .extracting(function -> function.properties().path("Code").toString())
        .containsOnly(functions.getFirst().properties().path("Code").toString());
  }

  @Test
  void allAreOfOneImageWhoseCommandIsTheHandler() {
    var handlers = Synthesized.functions().values().stream().map(Class::getName).toList();
    var functions = Synthesized.image().resources(FUNCTION);

    assertThat(functions)
        .extracting(function -> function.properties().at("/ImageConfig/Command/0").asText())
        .containsExactlyInAnyOrderElementsOf(handlers);
    assertThat(functions)
        .allSatisfy(
            function -> {
              var properties = function.properties();
              assertThat(properties.path("PackageType").asText()).isEqualTo("Image");
              assertThat(properties.has("Runtime") || properties.has("Handler")).isFalse();
              assertThat(properties.at("/Code/ImageUri").toString())
                  .contains("AWS::AccountId", "AWS::Region", "/tools/aurora-restore:1.2.0");
              assertThat(properties.at("/ImageConfig/Command")).hasSize(1);
              assertThat(properties.at("/ImageConfig").has("EntryPoint")).isFalse();
            });
  }

  @Test
  void nothingElseDiffersByThePackage() {
    assertThat(withoutPackage(Synthesized.image()))
        .isEqualTo(withoutPackage(Synthesized.awsOwned()));
  }

  /** The template but for the code, and the option that the image's own command has. */
  private static JsonNode withoutPackage(Synthesized stack) {
    var template = stack.template().deepCopy();
    for (var resource : template.path("Resources")) {
      if (resource.path("Type").asText().equals(FUNCTION)) {
        var properties = (ObjectNode) resource.path("Properties");
        properties.remove(List.of("Code", "Handler", "ImageConfig", "PackageType", "Runtime"));
        ((ObjectNode) properties.at("/Environment/Variables")).remove("JAVA_TOOL_OPTIONS");
      }
    }
    return template;
  }

  @Test
  void memoryAndTimeoutAreAsConfigured() {
    assertThat(Synthesized.awsOwned().resources(FUNCTION))
        .allSatisfy(function -> assertSized(function, 1769, 100));
    assertThat(Synthesized.customerManaged().resources(FUNCTION))
        .allSatisfy(function -> assertSized(function, 1024, 60));
  }

  private static void assertSized(Resource function, int megabytes, int seconds) {
    assertThat(function.properties().path("MemorySize").asInt()).isEqualTo(megabytes);
    assertThat(function.properties().path("Timeout").asInt())
        .isEqualTo(handler(function).endsWith(".RunChecksHandler") ? 800 : seconds);
  }

  @Test
  void tracingIsAsConfigured() {
    assertThat(Synthesized.awsOwned().resources(FUNCTION))
        .allMatch(f -> f.properties().at("/TracingConfig/Mode").asText().equals("Active"));
    assertThat(Synthesized.customerManaged().resources(FUNCTION))
        .noneMatch(f -> f.properties().at("/TracingConfig/Mode").asText().equals("Active"));
  }

  @Test
  void theyAreInNoVpcUnlessOneIsConfigured() {
    assertThat(Synthesized.awsOwned().resources(FUNCTION))
        .noneMatch(function -> function.properties().has("VpcConfig"));
    assertThat(Synthesized.customerManaged().resources(FUNCTION))
        .isNotEmpty()
        .allSatisfy(
            function -> {
              var vpc = function.properties().path("VpcConfig");
              assertThat(Synthesized.texts(vpc.path("SubnetIds")))
                  .containsExactly("subnet-0a1b2c3d", "subnet-1a2b3c4d");
              assertThat(Synthesized.texts(vpc.path("SecurityGroupIds")))
                  .containsExactly("sg-0a1b2c3d");
            });
  }

  @Test
  void theEnvironmentIsWhatTheSettingsRead() {
    var ofAll =
        variables(Settings.class)
            .filter(name -> !name.equals(Settings.REGION)) // set by Lambda, and refused from us
            .toList();
    var ofStarters = variables(MachineArns.class).toList();
    var ofTheJvm = List.of("JAVA_TOOL_OPTIONS");
    assertThat(ofAll).hasSize(13);
    assertThat(ofStarters).hasSize(3);

    for (var function : Synthesized.customerManaged().resources(FUNCTION)) {
      var variables = function.properties().at("/Environment/Variables");
      var wanted =
          Stream.of(ofAll, ofTheJvm, isScheduled(function) ? ofStarters : List.<String>of())
              .flatMap(List::stream)
              .sorted()
              .toList();
      assertThat(variables.properties())
          .extracting(Map.Entry::getKey)
          .as("in order, so that the same sources give the same template")
          .containsExactlyElementsOf(wanted);
      assertThat(variables.path(Settings.DEFAULT_INSTANCE_CLASS).asText())
          .isEqualTo("db.r7g.xlarge");
      assertThat(variables.path(Settings.MONITORING_ROLE_ARNS).toString())
          .contains("AWS::AccountId", ":role/rds-monitoring-role");
      assertThat(variables.path(Settings.CHECK_SECRET_ARNS).asText())
          .endsWith(":secret:restore-checks-a1b2c3");
      assertThat(variables.path(Settings.EVIDENCE_KEY_ARN).asText()).contains(":key/");
      assertThat(variables.path(Settings.PIPELINE_VERSION).asText()).isEqualTo(Release.version());
      assertThat(variables.path(Settings.DEFINITION_DIGEST).asText())
          .isEqualTo(Machine.RESTORE.digest());
      assertThat(variables.path(Settings.DEPLOYMENT).asText()).isEqualTo("orders-dr");
      assertThat(variables.path(Settings.RUNBOOK).asText())
          .isEqualTo("https://wiki.example.com/restore/runbook");
      assertThat(variables.path(Settings.RECORD_RETENTION_DAYS).asText()).isEqualTo("365");
      assertThat(variables.path(Settings.STATE_TABLE).path("Ref").asText())
          .startsWith("StateTable");
      assertThat(variables.path(Settings.AUDIT_TABLE).path("Ref").asText())
          .startsWith("AuditTable");
      assertThat(variables.path(Settings.TOPIC_ARN).path("Ref").asText()).startsWith("Topic");
    }
  }

  private static boolean isScheduled(Resource function) {
    return Arrays.stream(ScheduledFunction.values())
        .anyMatch(scheduled -> scheduled.handler().getName().equals(handler(function)));
  }

  private static Stream<String> variables(Class<?> reader) {
    return Arrays.stream(reader.getFields())
        .filter(field -> Modifier.isStatic(field.getModifiers()))
        .map(
            field -> {
              try {
                return field.get(null).toString();
              } catch (IllegalAccessException e) {
                throw new AssertionError("getFields() gives public ones alone", e);
              }
            });
  }

  @Test
  void eachLogsToAGroupOfItsOwnThatExpires() {
    var stack = Synthesized.customerManaged();

    var groups =
        stack.resources(FUNCTION).stream()
            .map(function -> function.properties().at("/LoggingConfig/LogGroup/Ref").asText())
            .toList();
    assertThat(groups).doesNotHaveDuplicates().hasSize(Synthesized.functions().size());
    for (var group : groups) {
      var properties = stack.resource("AWS::Logs::LogGroup", group).properties();
      assertThat(properties.path("RetentionInDays").asInt()).isEqualTo(30);
      assertThat(properties.path("LogGroupName").asText()).startsWith("/aws/lambda/orders-dr-");
    }
  }

  @Test
  void linesReachCloudWatchAsTheyAreWritten() {
    assertThat(Synthesized.both())
        .allSatisfy(
            stack ->
                assertThat(stack.resources(FUNCTION))
                    .allSatisfy(
                        function -> {
                          var logging = function.properties().path("LoggingConfig");
                          assertThat(logging.path("LogFormat").asText()).isEqualTo("Text");
                          assertThat(logging.has("ApplicationLogLevel")).isFalse();
                        }));
  }

  @Test
  void theLongestNameFitsInWhatLambdaAllows() {
    var configuredAndHyphen = 40 + 1;
    assertThat(
            Stream.<Enum<?>>concat(
                Stream.of(HandlerFunction.values()), Stream.of(ScheduledFunction.values())))
        .allSatisfy(
            f -> assertThat(configuredAndHyphen + f.name().length()).isLessThanOrEqualTo(64));
  }
}
