package aurora.restore.infra.configuration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the configuration out of the context's object. */
public final class ConfigurationReader {
  private final Object context;
  private final List<String> findings = new ArrayList<>();

  /**
   * @param context what the CDK found; null where there is nothing
   */
  public ConfigurationReader(Object context) {
    this.context = context;
  }

  /**
   * @throws ConfigurationRefused with all that is wrong, whether of the wrong type, unknown, or out
   *     of bounds
   */
  public DeploymentConfiguration read() {
    var given = given();
    var defaults = DeploymentConfiguration.DEFAULT;
    var name = given.text("name", defaults.name());
    var instanceClass = given.text("defaultInstanceClass", defaults.defaultInstanceClass());
    var monitoringRoles = given.texts("monitoringRoles");
    var checkSecrets = given.texts("checkSecrets");
    var logDays = given.number("logRetentionDays", defaults.logRetentionDays());
    var recordDays = given.number("recordRetentionDays", defaults.recordRetentionDays());
    var key = key(given, "encryptionKey", defaults.encryptionKey());
    var subscribers = given.objects("subscriptions", ConfigurationReader::subscriber);
    var network = given.object("functionNetwork", ConfigurationReader::network);
    var packaged = functionPackage(given);
    var memory = given.number("functionMemoryMegabytes", defaults.functionMemoryMegabytes());
    var timeout = given.number("functionTimeoutSeconds", defaults.functionTimeoutSeconds());
    var tracing = given.flag("functionTracing", defaults.functionTracing());
    var drillDays = given.number("drillAlarmDays", defaults.drillAlarmDays());
    var runbook = given.text("runbook", defaults.runbook());
    var evidence =
        new EvidenceOptions(given.perhaps("evidenceKey"), given.perhaps("evidenceBucket"));
    var schedules = given.objects("schedules", ConfigurationReader::schedule);
    given.refuseUnknownKeys();
    try {
      var read =
          new DeploymentConfiguration(
              name,
              instanceClass,
              monitoringRoles,
              checkSecrets,
              logDays,
              recordDays,
              key,
              subscribers,
              network,
              packaged,
              memory,
              timeout,
              tracing,
              drillDays,
              runbook,
              evidence,
              schedules);
      if (findings.isEmpty()) {
        return read;
      }
    } catch (ConfigurationRefused e) {
      findings.addAll(e.findings()); // thrown again below, with those found here
    }
    throw new ConfigurationRefused(findings);
  }

  private ConfiguredObject given() {
    return switch (context) {
      case null -> new ConfiguredObject("", Map.of(), findings);
      case Map<?, ?> object -> new ConfiguredObject("", object, findings);
      case Object other ->
          throw new ConfigurationRefused(
              List.of("it is \"" + other + "\": it must be an object, as in cdk.json"));
    };
  }

  private static Optional<Subscriber> subscriber(ConfiguredObject given) {
    var protocol = given.text("protocol");
    var endpoint = given.text("endpoint");
    return protocol.flatMap(by -> endpoint.map(to -> Subscriber.of(by, to)));
  }

  private static Optional<FunctionNetwork> network(ConfiguredObject given) {
    return Optional.of(
        new FunctionNetwork(given.texts("subnetIds"), given.texts("securityGroupIds")));
  }

  private FunctionPackage functionPackage(ConfiguredObject given) {
    var kind = given.text("functionPackage", "zip");
    var image = given.perhaps("functionImage");
    try {
      return FunctionPackage.of(kind, image);
    } catch (ConfigurationRefused e) {
      findings.addAll(e.findings()); // told with all others
      return DeploymentConfiguration.DEFAULT.functionPackage();
    }
  }

  private static Optional<ScheduledRestore> schedule(ConfiguredObject given) {
    var name = given.text("name");
    var expression = given.text("schedule");
    var input = given.map("input").map(ConfigurationReader::keyed);
    ScheduledRestore.check(name, expression, input);
    return name.flatMap(
        called ->
            expression.flatMap(
                when -> input.map(asked -> new ScheduledRestore(called, when, asked))));
  }

  private static Map<String, Object> keyed(Map<?, ?> object) {
    var keyed = new LinkedHashMap<String, Object>();
    object.forEach((key, value) -> keyed.put(key.toString(), value));
    return keyed;
  }

  private static EncryptionKey key(ConfiguredObject given, String key, EncryptionKey fallback) {
    var value = given.value(key);
    if (value == null) {
      return fallback;
    }
    return Arrays.stream(EncryptionKey.values())
        .filter(choice -> choice.spelling().equals(value))
        .findFirst()
        .orElseGet(() -> given.refused(key, value, "one of " + spellings(), fallback));
  }

  private static String spellings() {
    return String.join(
        ", ", Arrays.stream(EncryptionKey.values()).map(EncryptionKey::spelling).toList());
  }
}
