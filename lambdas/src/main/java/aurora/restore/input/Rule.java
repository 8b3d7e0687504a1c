package aurora.restore.input;

import aurora.restore.operation.OperationId;
import java.util.regex.Pattern;

/**
 * How values are written: identifiers and names by the RDS API Reference, ids of networks by their
 * prefixes.
 *
 * @param pattern what a value matches as a whole
 * @param form the same in words, after "must be"
 */
public record Rule(Pattern pattern, String form) {
  public static final Rule REGION =
      of("[a-z]{2,4}(-[a-z]+){1,2}-\\d{1,2}", "a region's code, such as us-west-2");
  public static final Rule VPC =
      of("vpc-[0-9a-z]{1,32}", "a VPC's id, such as vpc-0a1b2c3d4e5f60718");
  public static final Rule SUBNET =
      of("subnet-[0-9a-z]{1,32}", "a subnet's id, such as subnet-0a1b2c3d4e5f60718");
  public static final Rule SECURITY_GROUP =
      of("sg-[0-9a-z]{1,32}", "a security group's id, such as sg-0a1b2c3d4e5f60718");

  /** 1-63, first a letter, no hyphen at the end, none doubled; RDS folds it to lower case. */
  public static final Rule IDENTIFIER =
      of(
          "(?=.{1,63}$)[A-Za-z](-?[A-Za-z0-9])*",
          "1 to 63 letters, digits and single hyphens, the first a letter, the last no hyphen");

  public static final Rule SNAPSHOT =
      of(
          "latest|(?=.{1,255}$)((rds|awsbackup):)?[A-Za-z](-?[A-Za-z0-9])*"
              + "|arn:aws[a-z-]*:rds:[a-z0-9-]+:\\d{12}:cluster-snapshot:"
              + "((rds|awsbackup):)?[A-Za-z](-?[A-Za-z0-9])*",
          "'latest', a cluster snapshot's name (letters, digits and single hyphens, the first a"
              + " letter), or its ARN (arn:aws:rds:REGION:ACCOUNT:cluster-snapshot:NAME)");

  public static final Rule OPERATION =
      new Rule(OperationId.FORM, "1 to 80 letters, digits and any of _.+=@:-");
  public static final Rule EXECUTION =
      of(
          "arn:aws[a-z-]*:states:[a-z0-9-]+:\\d{12}:execution:[^:]{1,80}:[^:]{1,80}",
          "an execution's ARN (arn:aws:states:REGION:ACCOUNT:execution:MACHINE:NAME)");
  public static final Rule KMS_KEY =
      of(
          "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|mrk-[0-9a-f]{32}|alias/[A-Za-z0-9/_-]{1,250}"
              + "|arn:aws[a-z-]*:kms:[a-z0-9-]+:\\d{12}:(key/[0-9a-z-]+|alias/[A-Za-z0-9/_-]{1,250})",
          "a key's id or ARN, or an alias (alias/NAME) or its ARN");
  public static final Rule ENGINE_VERSION =
      of("\\d+(\\.[0-9A-Za-z_]+)+", "a version, such as 8.0.mysql_aurora.3.08.0 or 16.4");
  public static final Rule INSTANCE_CLASS =
      of("db\\.(serverless|[a-z0-9-]+\\.[a-z0-9-]+)", "a class, such as db.r6g.large");
  public static final Rule PARAMETER_GROUP =
      of(
          "(?=.{1,255}$)[A-Za-z][A-Za-z0-9.]*(-[A-Za-z0-9.]+)*",
          "a parameter group's name: 1 to 255 letters, digits, full stops and single hyphens, the"
              + " first a letter");

  public static final Rule ROLE =
      of(
          "arn:aws[a-z-]*:iam::\\d{12}:role/[A-Za-z0-9_+=,.@/-]{1,512}",
          "an IAM role's ARN (arn:aws:iam::ACCOUNT:role/NAME)");

  public static final Rule CERTIFICATE =
      of("[a-z][a-z0-9-]{1,62}", "a certificate authority, such as rds-ca-rsa2048-g1");

  /** As PostgreSQL and MySQL allow without quotation marks, and hyphens. */
  public static final Rule DATABASE =
      of("[A-Za-z_][A-Za-z0-9_$-]{0,62}", "a database's name: 1 to 63 letters, digits, _, $ and -");

  public static final Rule SECRET =
      of(
          "managed|arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:\\d{12}:secret:[A-Za-z0-9/_+=.@!-]{1,519}",
          "'managed', or a secret's ARN (arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME)");

  public static final Rule CHECK =
      of(
          "[A-Za-z0-9][A-Za-z0-9 _.:/+-]{0,63}",
          "1 to 64 letters, digits, blanks and any of _.:/+-, the first a letter or a digit");

  /** What twenty of have room in a state's data, which holds 256 KiB in all. */
  public static final Rule STATEMENT = of("(?s).{1,2000}", "a statement of 1 to 2000 characters");

  /** Who somebody is, in whatever words: on one line, for a mail has it on one. */
  public static final Rule WORDS =
      of("[^\\p{Cntrl}]{0,255}[^\\p{Cntrl}\\s]", "a text of 1 to 256 characters on one line");

  private static Rule of(String pattern, String form) {
    return new Rule(Pattern.compile(pattern), form);
  }

  public boolean allows(String value) {
    return pattern.matcher(value).matches();
  }
}
