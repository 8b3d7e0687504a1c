package aurora.restore.infra.configuration;

import aurora.restore.input.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a deployment decides. Every key has a default, that of {@link #DEFAULT}.
 *
 * @param name the stack's name, and what the names of its functions and its state machine begin
 *     with: a lower-case letter, then letters, digits and hyphens, 40 characters at most
 * @param defaultInstanceClass the class of instances where neither the input nor the source tells,
 *     e.g. {@code db.r6g.large}; not {@code db.serverless}, which doesn't go without capacities
 * @param monitoringRoles the IAM roles that restored instances may be given for enhanced
 *     monitoring, by their names, each with its path before it if it has one, e.g. {@code
 *     rds-monitoring-role}; none: no role is passed on
 * @param checkSecrets the ARNs of the secrets that checks by SQL may log in with, beside those that
 *     RDS keeps for restored clusters; none: no others
 * @param logRetentionDays how long logs are kept, in days: a number that CloudWatch Logs knows
 * @param recordRetentionDays how long rows of both tables are kept after an operation began, in
 *     days, 1 to 3650
 * @param encryptionKey whose key encrypts the tables, the topic, the queues and the logs
 * @param subscriptions who is subscribed to the topic; each has to confirm it
 * @param functionNetwork where in a VPC the functions run; empty: outside of any
 * @param functionPackage what the functions are deployed as
 * @param functionMemoryMegabytes 1024 to 2048; Lambda gives a share of CPU by memory, and below a
 *     gigabyte a cold start takes longer and costs as much
 * @param functionTimeoutSeconds 30 to 110, less than the 120 that a task waits for its function, so
 *     that the function tells what it was waiting for before the task gives up
 * @param functionTracing whether X-Ray traces the functions, as it does the state machines
 * @param drillAlarmDays after how many days without a drill that was completed an alarm tells so, 1
 *     to 365 and fewer than {@code recordRetentionDays}; 0: never
 * @param runbook where the runbook is read, as mails are to link to it: the address of a page whose
 *     headings are those of {@code docs/runbook.md}
 * @param evidence what becomes of evidence beside its row
 * @param schedules the restores that are started by the clock; their names differ
 */
public record DeploymentConfiguration(
    String name,
    String defaultInstanceClass,
    List<String> monitoringRoles,
    List<String> checkSecrets,
    int logRetentionDays,
    int recordRetentionDays,
    EncryptionKey encryptionKey,
    List<Subscriber> subscriptions,
    Optional<FunctionNetwork> functionNetwork,
    FunctionPackage functionPackage,
    int functionMemoryMegabytes,
    int functionTimeoutSeconds,
    boolean functionTracing,
    int drillAlarmDays,
    String runbook,
    EvidenceOptions evidence,
    List<ScheduledRestore> schedules) {

  /** "aurora-restore-wait-for-instance" and the like have to fit in Lambda's 64 characters. */
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

  /** IAM User Guide, "IAM and AWS STS quotas": characters of names, and paths of them. */
  private static final Pattern ROLE = Pattern.compile("([\\w+=,.@-]+/)*[\\w+=,.@-]{1,64}");

  /** What a link to a heading can be made of by adding it. */
  private static final Pattern RUNBOOK = Pattern.compile("[!-\"$-~]{1,300}");

  private static final String SERVERLESS = "db.serverless";

  /** 1769 MB is one whole CPU (Lambda Developer Guide, "Configure Lambda function memory"). */
  public static final DeploymentConfiguration DEFAULT =
      new DeploymentConfiguration(
          "aurora-restore",
          "db.r6g.large",
          List.of(),
          List.of(),
          90,
          400,
          EncryptionKey.CUSTOMER_MANAGED,
          List.of(),
          Optional.empty(),
          new FunctionPackage.Zip(),
          1769,
          100,
          true,
          0,
          "docs/runbook.md",
          EvidenceOptions.NONE,
          List.of());

  /**
   * @throws ConfigurationRefused with all that is wrong
   */
  public DeploymentConfiguration {
    monitoringRoles = List.copyOf(monitoringRoles);
    checkSecrets = List.copyOf(checkSecrets);
    subscriptions = List.copyOf(subscriptions);
    schedules = List.copyOf(schedules);
    var findings = new ArrayList<String>();
    if (!NAME.matcher(name).matches()) {
      findings.add(
          "name is \""
              + name
              + "\": it must begin with a lower-case letter, go on with lower-case letters, digits"
              + " and hyphens, and have 40 characters at most");
    }
    if (!Rule.INSTANCE_CLASS.allows(defaultInstanceClass)
        || defaultInstanceClass.equals(SERVERLESS)) {
      findings.add(
          "defaultInstanceClass is \""
              + defaultInstanceClass
              + "\": it must be a provisioned class such as db.r6g.large");
    }
    for (var role : monitoringRoles) {
      if (!ROLE.matcher(role).matches()) {
        findings.add(
            "monitoringRoles has \""
                + role
                + "\": it must be a role's name, with its path before it if it has one, such as"
                + " rds-monitoring-role");
      }
    }
    for (var secret : checkSecrets) {
      if (!secret.startsWith("arn:") || !Rule.SECRET.allows(secret)) {
        findings.add(
            "checkSecrets has \""
                + secret
                + "\": it must be the whole ARN of a secret, with the six characters at its end");
      }
    }
    if (!LogRetention.days().contains(logRetentionDays)) {
      findings.add(
          "logRetentionDays is "
              + logRetentionDays
              + ": CloudWatch Logs knows only "
              + LogRetention.days());
    }
    requireWithin(1, 3650, "recordRetentionDays", recordRetentionDays, findings);
    requireWithin(1024, 2048, "functionMemoryMegabytes", functionMemoryMegabytes, findings);
    requireWithin(30, 110, "functionTimeoutSeconds", functionTimeoutSeconds, findings);
    var seen = new HashSet<Subscriber>();
    for (var subscriber : subscriptions) {
      if (!seen.add(subscriber)) {
        findings.add("subscriptions has \"" + subscriber.endpoint() + "\" twice");
      }
    }
    requireWithin(0, 365, "drillAlarmDays", drillAlarmDays, findings);
    if (drillAlarmDays > 0 && recordRetentionDays <= drillAlarmDays) {
      findings.add(
          "recordRetentionDays is "
              + recordRetentionDays
              + ": it must be more than drillAlarmDays, which is "
              + drillAlarmDays
              + ", for a drill that isn't recorded any more counts as none");
    }
    if (!RUNBOOK.matcher(runbook).matches()) {
      findings.add(
          "runbook is \""
              + runbook
              + "\": it must be an address without blanks and without #, such as"
              + " https://wiki.example.com/restore/runbook, of 300 characters at most");
    }
    findings.addAll(evidence.findings());
    var names = new HashSet<String>();
    for (var schedule : schedules) {
      if (!names.add(schedule.name())) {
        findings.add("schedules has \"" + schedule.name() + "\" twice");
      }
    }
    if (!findings.isEmpty()) {
      throw new ConfigurationRefused(findings);
    }
  }

  private static void requireWithin(
      int least, int most, String key, int value, List<String> findings) {
    if (value < least || value > most) {
      findings.add(key + " is " + value + ": it must be " + least + " to " + most);
    }
  }
}
