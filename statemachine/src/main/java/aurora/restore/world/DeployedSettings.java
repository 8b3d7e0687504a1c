package aurora.restore.world;

import aurora.restore.edge.Settings;
import aurora.restore.machine.Machine;
import aurora.restore.machine.Release;
import java.util.List;

/** What a deployment has by default, and the topic, key, bucket and secret that it brings along. */
record DeployedSettings(String account, String home) {
  private static final String DEPLOYMENT = "aurora-restore";
  private static final String DEFAULT_INSTANCE_CLASS = "db.r6g.large";

  /** What RDS's console calls the role that it makes for enhanced monitoring. */
  private static final String MONITORING_ROLE = "rds-monitoring-role";

  /** The name of a secret, with the six characters that Secrets Manager adds. */
  private static final String CHECK_SECRET = "restore-checks-a1b2c3";

  private static final int RECORD_RETENTION_DAYS = 400;
  private static final String RUNBOOK = "docs/runbook.md";

  Settings in(SimulatedServices services) {
    services.dataApi().secrets().login(checkSecretArn(), "checker");
    services.s3().bucket(World.EVIDENCE_BUCKET, account, home).withObjectLock();
    return new Settings(
        home,
        World.STATE_TABLE,
        World.AUDIT_TABLE,
        services.sns().topic(account, home, DEPLOYMENT),
        DEFAULT_INSTANCE_CLASS,
        List.of("arn:aws:iam::" + account + ":role/" + MONITORING_ROLE),
        List.of(checkSecretArn()),
        RECORD_RETENTION_DAYS,
        DEPLOYMENT,
        RUNBOOK,
        new Settings.Evidence(
            services.kms().signingKey(account, home, World.EVIDENCE_KEY).arn(),
            World.EVIDENCE_BUCKET,
            Release.version(),
            Machine.RESTORE.digest()));
  }

  /** The secret that checks by SQL may be made with, beside those that RDS keeps. */
  private String checkSecretArn() {
    return "arn:aws:secretsmanager:%s:%s:secret:%s".formatted(home, account, CHECK_SECRET);
  }
}
