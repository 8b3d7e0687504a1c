package aurora.restore.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigurationTest {
  private static DeploymentConfiguration read(Object context) {
    return new ConfigurationReader(context).read();
  }

  private static List<String> findings(Object context) {
    return catchThrowableOfType(ConfigurationRefused.class, () -> read(context)).findings();
  }

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
            context.path(RestoreApp.CONTEXT_KEY), new TypeReference<Map<String, Object>>() {});

    assertThat(shipped).hasSize(DeploymentConfiguration.class.getRecordComponents().length);
    assertThat(read(shipped)).isEqualTo(DeploymentConfiguration.DEFAULT);
  }

  @Test
  void everyKeyIsRead() {
    var context =
        Map.of(
            "name",
            "orders-dr",
            "defaultInstanceClass",
            "db.r7g.xlarge",
            "logRetentionDays",
            30,
            "recordRetentionDays",
            365,
            "encryptionKey",
            "customer-managed",
            "notificationEmails",
            List.of("dba@example.com"),
            "functionMemoryMegabytes",
            1024,
            "functionTimeoutSeconds",
            60.0);

    assertThat(read(context))
        .isEqualTo(
            new DeploymentConfiguration(
                "orders-dr",
                "db.r7g.xlarge",
                30,
                365,
                EncryptionKey.CUSTOMER_MANAGED,
                List.of("dba@example.com"),
                1024,
                60));
  }

  @Test
  void anUnknownKeyIsRefusedByName() {
    assertThat(findings(Map.of("logRetention", 30)))
        .singleElement()
        .asString()
        .startsWith("logRetention isn't known; known are name, ")
        .contains("logRetentionDays");
  }

  @Test
  void everythingWrongIsToldAtOnce() {
    var context =
        Map.of(
            "nmae", "x",
            "name", "Orders",
            "defaultInstanceClass", "db.serverless",
            "logRetentionDays", 17,
            "recordRetentionDays", "400",
            "encryptionKey", "aws-managed",
            "notificationEmails", List.of("dba", "ops@example.com", "ops@example.com"),
            "functionMemoryMegabytes", 512,
            "functionTimeoutSeconds", 120);

    assertThat(findings(context))
        .satisfiesExactlyInAnyOrder(
            finding -> assertThat(finding).startsWith("nmae isn't known"),
            finding -> assertThat(finding).startsWith("name is \"Orders\": it must begin with a"),
            finding -> assertThat(finding).startsWith("defaultInstanceClass is \"db.serverless\""),
            finding -> assertThat(finding).startsWith("logRetentionDays is 17: CloudWatch Logs"),
            finding ->
                assertThat(finding)
                    .isEqualTo("recordRetentionDays is \"400\": it must be a whole number"),
            finding ->
                assertThat(finding)
                    .isEqualTo(
                        "encryptionKey is \"aws-managed\": it must be one of"
                            + " [aws-owned, customer-managed]"),
            finding ->
                assertThat(finding)
                    .isEqualTo("notificationEmails has \"dba\", which isn't an e-mail address"),
            finding ->
                assertThat(finding).isEqualTo("notificationEmails has \"ops@example.com\" twice"),
            finding ->
                assertThat(finding)
                    .isEqualTo("functionMemoryMegabytes is 512: it must be 1024 to 2048"),
            finding ->
                assertThat(finding)
                    .isEqualTo("functionTimeoutSeconds is 120: it must be 30 to 110"));
  }

  @Test
  void numbersAreWholeAndListsAreOfTexts() {
    assertThat(
            findings(
                Map.of("recordRetentionDays", 1.5, "notificationEmails", List.of(1), "name", 7)))
        .containsExactlyInAnyOrder(
            "recordRetentionDays is 1.5: it must be a whole number",
            "notificationEmails is [1]: it must be a list of texts",
            "name is 7: it must be a text");
  }

  @Test
  void aTextInPlaceOfTheObjectIsRefused() {
    assertThat(findings("name=orders-dr"))
        .containsExactly("is \"name=orders-dr\": it must be an object, as in cdk.json");
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
