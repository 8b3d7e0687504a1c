package aurora.restore.infra;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import aurora.restore.infra.configuration.ConfigurationReader;
import aurora.restore.infra.configuration.ConfigurationRefused;
import aurora.restore.infra.configuration.DeploymentConfiguration;
import aurora.restore.infra.configuration.EncryptionKey;
import aurora.restore.infra.configuration.EvidenceOptions;
import aurora.restore.infra.configuration.FunctionNetwork;
import aurora.restore.infra.configuration.FunctionPackage;
import aurora.restore.infra.configuration.LogRetention;
import aurora.restore.infra.configuration.ScheduledRestore;
import aurora.restore.infra.configuration.Subscriber;
import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {
  private static final Map<String, Object> INPUT = Synthesized.input();

  private static DeploymentConfiguration read(Object context) {
    return new ConfigurationReader(context).read();
  }

  private static List<String> findings(Object context) {
    return catchThrowableOfType(ConfigurationRefused.class, () -> read(context)).findings();
  }

  private static final String SECRET =
      "arn:aws:secretsmanager:us-west-2:111122223333:secret:restore-checks-a1b2c3";

  private static final String EVIDENCE_KEY =
      "arn:aws:kms:eu-central-1:444455556666:key/7a96e7b2-0000-4000-8000-00000000e51d";

  @Test
  void nothingConfiguredIsTheDefault() {
    assertThat(read(null)).isEqualTo(DeploymentConfiguration.DEFAULT);
    assertThat(read(Map.of())).isEqualTo(DeploymentConfiguration.DEFAULT);
  }

  @Test
  void theShippedCdkJsonSpellsOutTheDefaults() throws Exception {
    var context = Synthesized.JSON.readTree(Path.of("cdk.json").toFile()).path("context");
    var shipped =
        Synthesized.JSON.convertValue(
            context.path(ConfigurationRefused.CONTEXT_KEY),
            new TypeReference<Map<String, Object>>() {});

    var keysOfEvidence = EvidenceOptions.class.getRecordComponents().length;
    var keysOfPackage = 2;
    assertThat(shipped)
        .hasSize(
            DeploymentConfiguration.class.getRecordComponents().length
                - 2
                + keysOfEvidence
                + keysOfPackage);
    assertThat(read(shipped)).isEqualTo(DeploymentConfiguration.DEFAULT);
  }

  @Test
  void everyKeyIsRead() {
    var context =
        Map.ofEntries(
            entry("name", "orders-dr"),
            entry("defaultInstanceClass", "db.r7g.xlarge"),
            entry("monitoringRoles", List.of("rds-monitoring-role", "service-role/orders")),
            entry("checkSecrets", List.of(SECRET)),
            entry("evidenceKey", EVIDENCE_KEY),
            entry("evidenceBucket", "orders-evidence"),
            entry("logRetentionDays", 30),
            entry("recordRetentionDays", 365),
            entry("encryptionKey", "customer-managed"),
            entry(
                "subscriptions",
                List.of(Map.of("protocol", "email", "endpoint", "dba@example.com"))),
            entry(
                "functionNetwork",
                Map.of(
                    "subnetIds", List.of("subnet-0a1b2c31", "subnet-0a1b2c32"),
                    "securityGroupIds", List.of("sg-0a1b2c31"))),
            entry("functionPackage", "image"),
            entry("functionImage", "tools/aurora-restore:1.2.0"),
            entry("functionMemoryMegabytes", 1024),
            entry("functionTimeoutSeconds", 60.0),
            entry("functionTracing", false),
            entry("drillAlarmDays", 31),
            entry("runbook", "https://wiki.example.com/restore/runbook"),
            entry(
                "schedules",
                List.of(Map.of("name", "drill", "schedule", "rate(7 days)", "input", INPUT))));

    assertThat(read(context))
        .isEqualTo(
            new DeploymentConfiguration(
                "orders-dr",
                "db.r7g.xlarge",
                List.of("rds-monitoring-role", "service-role/orders"),
                List.of(SECRET),
                30,
                365,
                EncryptionKey.CUSTOMER_MANAGED,
                List.of(new Subscriber(Subscriber.Protocol.EMAIL, "dba@example.com")),
                Optional.of(
                    new FunctionNetwork(
                        List.of("subnet-0a1b2c31", "subnet-0a1b2c32"), List.of("sg-0a1b2c31"))),
                new FunctionPackage.Image("tools/aurora-restore", "1.2.0"),
                1024,
                60,
                false,
                31,
                "https://wiki.example.com/restore/runbook",
                new EvidenceOptions(Optional.of(EVIDENCE_KEY), Optional.of("orders-evidence")),
                List.of(new ScheduledRestore("drill", "rate(7 days)", INPUT))));
  }

  @Test
  void anImageIsNamedByATagOrADigest() {
    var digest = "sha256:" + "0f".repeat(32);

    assertThat(
            read(Map.of("functionPackage", "image", "functionImage", "aurora-restore@" + digest))
                .functionPackage())
        .isEqualTo(new FunctionPackage.Image("aurora-restore", digest));
  }

  @ParameterizedTest
  @CsvSource({
    "image, , functionImage is missing: functionPackage \"image\" needs the image",
    "zip, restore:1, functionImage is given: functionPackage must be \"image\" then",
    "layer, , functionPackage is \"layer\": it must be one of zip",
    "image, restore, functionImage is \"restore\": it must be an ECR repository's name with a tag",
    "image, restore@sha256:12, functionImage is \"restore@sha256:12\"",
    "image, Restore:1, functionImage is \"Restore:1\"",
    "image, r.dkr.ecr.us-west-2.amazonaws.com/restore/:1, functionImage is"
  })
  void aPackageThatDoesNotFitItsImageIsRefused(String kind, String image, String why) {
    var context = new HashMap<String, Object>();
    context.put("functionPackage", kind);
    context.put("functionImage", image);

    assertThat(findings(context)).singleElement().asString().startsWith(why);
  }

  @Test
  void anUnknownKeyIsRefusedByNameWithTheNearest() {
    assertThat(findings(Map.of("logRetention", 30)))
        .singleElement()
        .asString()
        .startsWith("logRetention isn't a key here: the nearest is logRetentionDays of name, ");
  }

  @Test
  void everythingWrongIsToldAtOnce() {
    var context =
        Map.of(
            "nmae",
            "x",
            "name",
            "Orders",
            "defaultInstanceClass",
            "db.serverless",
            "logRetentionDays",
            17,
            "recordRetentionDays",
            "400",
            "encryptionKey",
            "aws-managed",
            "functionMemoryMegabytes",
            512,
            "functionTimeoutSeconds",
            120,
            "drillAlarmDays",
            366,
            "functionNetwork",
            Map.of());

    assertThat(findings(context))
        .satisfiesExactlyInAnyOrder(
            finding -> assertThat(finding).startsWith("nmae isn't a key here: the nearest is name"),
            finding -> assertThat(finding).startsWith("name is \"Orders\": it must begin with a"),
            finding -> assertThat(finding).startsWith("defaultInstanceClass is \"db.serverless\""),
            finding -> assertThat(finding).startsWith("logRetentionDays is 17: CloudWatch Logs"),
            finding ->
                assertThat(finding)
                    .isEqualTo("recordRetentionDays is \"400\": it must be a whole number"),
            finding ->
                assertThat(finding)
                    .isEqualTo(
                        "encryptionKey is \"aws-managed\": it must be one of aws-owned,"
                            + " customer-managed"),
            finding ->
                assertThat(finding)
                    .isEqualTo("functionMemoryMegabytes is 512: it must be 1024 to 2048"),
            finding ->
                assertThat(finding)
                    .isEqualTo("functionTimeoutSeconds is 120: it must be 30 to 110"),
            finding -> assertThat(finding).isEqualTo("drillAlarmDays is 366: it must be 0 to 365"),
            finding ->
                assertThat(finding)
                    .isEqualTo("functionNetwork.subnetIds has 0: it must have 2 to 16"),
            finding ->
                assertThat(finding)
                    .isEqualTo("functionNetwork.securityGroupIds has 0: it must have 1 to 5"));
  }

  @Test
  void recordsOutliveTheTimeThatADrillMayBeMissing() {
    assertThat(findings(Map.of("drillAlarmDays", 31, "recordRetentionDays", 31)))
        .containsExactly(
            "recordRetentionDays is 31: it must be more than drillAlarmDays, which is 31, for a"
                + " drill that isn't recorded any more counts as none");
    assertThat(read(Map.of("drillAlarmDays", 365, "recordRetentionDays", 366)).drillAlarmDays())
        .isEqualTo(365);
    assertThat(read(Map.of("drillAlarmDays", 0, "recordRetentionDays", 1)).drillAlarmDays())
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "our runbook", "https://wiki.example.com/runbook#top"})
  void aRunbookThatNoHeadingCanBeAddedToIsRefused(String runbook) {
    assertThat(findings(Map.of("runbook", runbook)))
        .singleElement()
        .asString()
        .startsWith("runbook is \"" + runbook + "\": it must be an address");
  }

  @ParameterizedTest
  @ValueSource(strings = {"r6g.large", "db.r6g", "db.r6g.large ", "DB.R6G.LARGE", "db.serverless"})
  void whatHasNotTheFormOfAProvisionedClassIsRefused(String instanceClass) {
    assertThat(findings(Map.of("defaultInstanceClass", instanceClass)))
        .containsExactly(
            "defaultInstanceClass is \""
                + instanceClass
                + "\": it must be a provisioned class such as db.r6g.large");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*",
        "rds-*",
        "/rds-monitoring-role",
        "rds monitoring role",
        "arn:aws:iam::111122223333:role/rds-monitoring-role"
      })
  void whatIsNotTheNameOfOneRoleIsRefused(String role) {
    assertThat(findings(Map.of("monitoringRoles", List.of(role))))
        .containsExactly(
            "monitoringRoles has \""
                + role
                + "\": it must be a role's name, with its path before it if it has one, such as"
                + " rds-monitoring-role");
  }

  @ParameterizedTest
  @ValueSource(strings = {"restore-checks", "managed", "arn:aws:iam::111122223333:role/checks"})
  void whatIsNoSecretsArnIsRefused(String secret) {
    assertThat(findings(Map.of("checkSecrets", List.of(secret))))
        .singleElement()
        .asString()
        .startsWith("checkSecrets has \"" + secret + "\": it must be the whole ARN of a secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"alias/evidence", "arn:aws:kms:us-west-2:111122223333:alias/evidence"})
  void whatIsNoKeysArnIsRefused(String key) {
    assertThat(findings(Map.of("evidenceKey", key)))
        .singleElement()
        .asString()
        .startsWith("evidenceKey is \"" + key + "\": it must be a key's ARN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"evidence.orders", "Evidence", "s3://evidence", "e"})
  void whatIsNoBucketsNameIsRefused(String bucket) {
    assertThat(findings(Map.of("evidenceBucket", bucket)))
        .singleElement()
        .asString()
        .startsWith("evidenceBucket is \"" + bucket + "\": it must be a bucket's name");
  }

  @Test
  void valuesOfTheWrongTypeAreRefused() {
    assertThat(
            findings(
                Map.of(
                    "recordRetentionDays",
                    1.5,
                    "name",
                    7,
                    "functionTracing",
                    "yes",
                    "subscriptions",
                    "dba@example.com",
                    "schedules",
                    Map.of(),
                    "functionNetwork",
                    "vpc-1",
                    "encryptionKey",
                    true)))
        .containsExactlyInAnyOrder(
            "recordRetentionDays is 1.5: it must be a whole number",
            "name is 7: it must be a text",
            "functionTracing is \"yes\": it must be true or false",
            "subscriptions is \"dba@example.com\": it must be a list of objects",
            "schedules is {}: it must be a list of objects",
            "functionNetwork is \"vpc-1\": it must be an object",
            "encryptionKey is true: it must be one of aws-owned, customer-managed");
  }

  private static Map<String, Object> subscription(String protocol, String endpoint) {
    return Map.of("protocol", protocol, "endpoint", endpoint);
  }

  @Test
  void subscriptionsThatSnsWouldRefuseAreRefusedHere() {
    var subscriptions = new ArrayList<Object>();
    subscriptions.add(subscription("email", "dba"));
    subscriptions.add(subscription("https", "http://example.com/hook"));
    subscriptions.add(subscription("https", "https:// example.com"));
    subscriptions.add(subscription("sqs", "arn:aws:sqs:us-west-2:111122223333:q"));
    subscriptions.add(Map.of("protocol", "email", "endpont", "dba@example.com"));
    subscriptions.add(null);

    assertThat(findings(Map.of("subscriptions", subscriptions)))
        .containsExactly(
            "subscriptions has email \"dba\": its endpoint must be an e-mail address",
            "subscriptions has https \"http://example.com/hook\": its endpoint must be a URL such"
                + " as https://example.com/hook",
            "subscriptions has https \"https:// example.com\": its endpoint must be a URL such as"
                + " https://example.com/hook",
            "subscriptions has protocol \"sqs\": it must be one of email, https",
            "subscriptions[4].endpoint is missing",
            "subscriptions[4].endpont isn't a key here: the nearest is endpoint of protocol,"
                + " endpoint",
            "subscriptions[5] is null: it must be an object");
  }

  @Test
  void nobodyIsSubscribedTwice() {
    var dba = subscription("email", "dba@example.com");

    assertThat(findings(Map.of("subscriptions", List.of(dba, dba))))
        .containsExactly("subscriptions has \"dba@example.com\" twice");
  }

  @Test
  void aNetworkIsTakenWholeOrNotAtAll() {
    assertThat(
            findings(
                Map.of(
                    "functionNetwork",
                    Map.of(
                        "subnetIds", List.of("subnet-0a1b2c31", "subnet-0a1b2c31", "vpc-1"),
                        "securityGroupIds", List.of(),
                        "vpcId", "vpc-1"))))
        .containsExactlyInAnyOrder(
            "functionNetwork.subnetIds has \"subnet-0a1b2c31\" twice",
            "functionNetwork.subnetIds has \"vpc-1\": it must be subnet- and 8 or 17"
                + " hexadecimal digits",
            "functionNetwork.securityGroupIds has 0: it must have 1 to 5",
            "functionNetwork.vpcId isn't a key here: the nearest is subnetIds of subnetIds,"
                + " securityGroupIds");
  }

  @Test
  void oneSubnetIsTooFew() {
    assertThat(
            findings(
                Map.of(
                    "functionNetwork",
                    Map.of(
                        "subnetIds",
                        List.of("subnet-0a1b2c31"),
                        "securityGroupIds",
                        List.of("sg-0a1b2c31")))))
        .containsExactly("functionNetwork.subnetIds has 1: it must have 2 to 16");
  }

  @Test
  void aTextInPlaceOfTheObjectIsRefused() {
    assertThat(findings("name=orders-dr"))
        .containsExactly("it is \"name=orders-dr\": it must be an object, as in cdk.json");
  }

  @Test
  void theMessageNamesTheContextAndEveryFinding() {
    var refused =
        catchThrowableOfType(
            ConfigurationRefused.class,
            () -> read(Map.of("logRetentionDays", 17, "recordRetentionDays", 0)));

    assertThat(refused)
        .hasMessageContainingAll(
            "auroraRestore", "logRetentionDays is 17", "recordRetentionDays is 0");
  }

  @Test
  void everyNumberOfDaysThatCloudWatchLogsKnowsCanBeHad() {
    assertThat(LogRetention.days())
        .hasSize(22)
        .allSatisfy(days -> assertThat(LogRetention.of(days)).isNotNull());
  }
}
