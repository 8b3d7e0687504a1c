package aurora.restore.plan;

import aurora.restore.input.Key;

/** The keys of the input's {@code verification}. */
public enum VerificationKey implements Key {
  DATABASE(true, "name", "The database that the checks are asked of."),
  SECRET(
      true,
      "`managed` or the ARN of a secret",
      "Whom the checks log in as. `managed`: the master user, whose new password RDS keeps; it"
          + " implies `manage_master_password`. A secret of the target region that holds `username`"
          + " and `password`, one of the deployment's `checkSecrets`: best a user who may only"
          + " read."),
  CHECKS(
      true,
      "list of 1 to 20 objects",
      "The checks. Their `timeout_seconds` may come to 600 together.");

  private final Description description;

  VerificationKey(boolean required, String kind, String meaning) {
    this.description = new Description(required, kind, meaning);
  }

  @Override
  public Description description() {
    return description;
  }
}
