package aurora.restore.plan;

import aurora.restore.input.Key;

/** The keys of the restore's input, with what the reference says of each. */
public enum InputKey implements Key {
  SNAPSHOT_ID(
      true,
      "text",
      "Name or ARN of the cluster snapshot (own, shared, or automated `rds:…`), or `latest`"
          + " together with `source_cluster_id`: the newest of this account's own that the pipeline"
          + " didn't copy. A shared one is named by its ARN."),
  SOURCE_REGION(true, "region", "Region that holds the snapshot."),
  TARGET_REGION(true, "region", "Region to restore into. It may be the source region."),
  VPC_ID(true, "VPC id", "VPC that the cluster is placed in."),
  SUBNET_IDS(
      true,
      "list of subnet ids",
      "2 to 20 subnets of that VPC, in two availability zones or more."),
  SECURITY_GROUP_IDS(true, "list of security group ids", "1 or more security groups of that VPC."),
  OPERATION_ID(
      false,
      "text",
      "Identity of the operation, 1 to 80 letters, digits and `_.+=@:-`. Default: the execution's"
          + " name, which must be of that form then."),
  SOURCE_CLUSTER_ID(
      false,
      "identifier",
      "Cluster whose newest snapshot `latest` means. Goes with `latest` only."),
  SNAPSHOT_TYPE(
      false, "text", "`automated` or `manual`: which snapshots `latest` looks at. Default: both."),
  MAX_SNAPSHOT_AGE_HOURS(
      false, "whole number ≥ 1", "A snapshot older than this is refused. Default: any age."),
  CLUSTER_ID(
      false,
      "identifier",
      "Identifier of the new cluster. Default: minted from the source cluster and the operation."),
  KMS_KEY_ID(
      false,
      "key id, key ARN, alias or alias ARN",
      "Key in the target region to encrypt under. Required for an encrypted snapshot of another"
          + " region."),
  ENGINE_VERSION(false, "version", "Engine version to restore to. Default: the snapshot's own."),
  INSTANCE_CLASS(
      false,
      "instance class",
      "Class of all instances. Default: that of the source cluster's writer where it is still there"
          + " and orderable in the target region, else the deployment's."),
  INSTANCE_COUNT(
      false, "whole number 1 to 16", "The first is the writer, the rest are readers. Default: 1."),
  MIN_CAPACITY(
      false,
      "number 0 to 256 in steps of 0.5",
      "Least Aurora capacity units; makes the instances `db.serverless`. Goes with"
          + " `max_capacity`."),
  MAX_CAPACITY(false, "number 1 to 256 in steps of 0.5", "Most Aurora capacity units."),
  SECONDS_UNTIL_AUTO_PAUSE(
      false,
      "whole number 300 to 86400",
      "How long a serverless cluster is idle before it pauses; goes with `min_capacity` 0. Default:"
          + " the source cluster's, else RDS's."),
  CLUSTER_PARAMETER_GROUP(
      false, "name", "Cluster parameter group of the target region. Default: the engine's."),
  INSTANCE_PARAMETER_GROUP(
      false, "name", "Instance parameter group of the target region. Default: the engine's."),
  PORT(
      false,
      "whole number 1150 to 65535",
      "Default: the source cluster's where it is still there, else what the snapshot holds."),
  DELETION_PROTECTION(false, "true or false", "Default: false."),
  BACKUP_RETENTION_DAYS(
      false,
      "whole number 1 to 35",
      "Default: the source cluster's where it is still there, else what the snapshot holds."),
  IAM_AUTHENTICATION(false, "true or false", "Default: as the snapshot has it."),
  LOG_EXPORTS(
      false,
      "list of log names",
      "Logs to send to CloudWatch. Default: the source cluster's where it is still there, else"
          + " none."),
  STORAGE_TYPE(
      false,
      "text",
      "`aurora` or `aurora-iopt1` (I/O-Optimized). Default: the snapshot's, else the source"
          + " cluster's."),
  ENGINE_LIFECYCLE_SUPPORT(
      false,
      "text",
      "`open-source-rds-extended-support` or `open-source-rds-extended-support-disabled`. Default:"
          + " the source cluster's, else RDS's, which enrols."),
  NETWORK_TYPE(false, "text", "`IPV4` or `DUAL`. Default: the source cluster's, else RDS's."),
  BACKTRACK_WINDOW(
      false,
      "whole number 0 to 259200",
      "Seconds that Aurora MySQL can be moved back by; 0: off. Default: the source cluster's, else"
          + " off."),
  PREFERRED_BACKUP_WINDOW(
      false,
      "`hh:mm-hh:mm`, UTC",
      "When the daily backup is taken, 30 minutes at least. Default: the source cluster's, else"
          + " RDS's choice; after preferred_maintenance_window where they would meet."),
  PREFERRED_MAINTENANCE_WINDOW(
      false,
      "`ddd:hh:mm-ddd:hh:mm`, UTC",
      "When maintenance may begin, 30 minutes at least. Default: the source cluster's, else RDS's"
          + " choice."),
  DATABASE_INSIGHTS_MODE(
      false,
      "text",
      "`standard` or `advanced`. Default: the source cluster's, else RDS's, `standard`."),
  ENABLE_HTTP_ENDPOINT(
      false,
      "true or false",
      "The RDS Data API. Default: on where `verification` needs it, else the source cluster's, else"
          + " off."),
  AUTO_MINOR_VERSION_UPGRADE(
      false, "true or false", "Default: as the source cluster's writer has it, else RDS's, true."),
  MONITORING_INTERVAL(
      false,
      "0, 1, 5, 10, 15, 30 or 60",
      "Seconds between two measurements of enhanced monitoring; 0: off. Default: the source"
          + " writer's, else off."),
  MONITORING_ROLE_ARN(
      false,
      "ARN of an IAM role",
      "The role of enhanced monitoring, one of the deployment's. Default: the source writer's."),
  ENABLE_PERFORMANCE_INSIGHTS(
      false, "true or false", "Default: as the source cluster's writer has it, else off."),
  PERFORMANCE_INSIGHTS_RETENTION_PERIOD(
      false,
      "days: 7, a multiple of 31 up to 713, or 731",
      "Default: the source writer's, else RDS's, 7."),
  PERFORMANCE_INSIGHTS_KMS_KEY_ID(
      false,
      "key id, key ARN, alias or alias ARN",
      "Key in the target region. Default: in its own region the source writer's, else the account's"
          + " `aws/rds`."),
  CA_CERTIFICATE_IDENTIFIER(
      false,
      "text",
      "Certificate authority of the instances, such as `rds-ca-rsa2048-g1`. Default: the source"
          + " writer's, else the account's."),
  TAGS(
      false,
      "object of texts",
      "Tags of everything that is made, besides the source's and the pipeline's own: keys of 1 to"
          + " 128 characters, values of up to 256, of letters, digits, blanks and `_.:/=+-@`."),
  MANAGE_MASTER_PASSWORD(
      false,
      "true or false",
      "true: RDS puts a new master password into Secrets Manager after the restore. Default: false,"
          + " the snapshot's password stays; true where `verification` names the managed secret."),
  VERIFICATION(
      false,
      "object",
      "Checks by SQL of what was restored, see [Checks by SQL](#checks-by-sql). Default: none; the"
          + " structural checks are always made."),
  ON_FAILURE(
      false,
      "text",
      "`keep`: what was made stays, so that a redrive can go on. `clean_up`: it is deleted as soon"
          + " as the failure is reported. Default: `keep`."),
  EXPIRES_AFTER_HOURS(
      false,
      "whole number 1 to 8760",
      "For drills: so long after the start, what was made is deleted within the hour, whether the"
          + " restore succeeded or failed. Default: never."),
  SCHEDULE(
      false,
      "text",
      "Name of the deployment's schedule that starts it, which sets this itself: 1 to 256"
          + " characters, for the [evidence](#for-the-evidence)."),
  REQUESTED_BY(
      false,
      "text",
      "Who asks for it, 1 to 256 characters: a name, a team, a ticket, for the evidence."),
  APPROVED_BY(false, "text", "Who approved it, 1 to 256 characters, for the evidence."),
  RECOVERY_TIME_OBJECTIVE_MINUTES(
      false,
      "whole number ≥ 1",
      "How long the restore may take at most. Missed, it succeeds all the same; the evidence says"
          + " so. Default: none."),
  RECOVERY_POINT_OBJECTIVE_MINUTES(
      false,
      "whole number ≥ 1",
      "How old the restored data may be at most, likewise. Default: none."),
  COPY_DEADLINE_HOURS(false, "whole number 1 to 48", "Default: 24."),
  RESTORE_DEADLINE_HOURS(false, "whole number 1 to 24", "Default: 6."),
  INSTANCE_DEADLINE_HOURS(false, "whole number 1 to 12", "Default: 2."),
  DRY_RUN(false, "true or false", "true: plan and check only, nothing is made. Default: false.");

  private final Description description;

  InputKey(boolean required, String kind, String meaning) {
    this.description = new Description(required, kind, meaning);
  }

  @Override
  public Description description() {
    return description;
  }
}
