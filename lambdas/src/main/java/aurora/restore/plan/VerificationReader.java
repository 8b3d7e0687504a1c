package aurora.restore.plan;

import static aurora.restore.plan.CheckKey.NAME;
import static aurora.restore.plan.CheckKey.SQL;
import static aurora.restore.plan.CheckKey.TIMEOUT_SECONDS;
import static aurora.restore.plan.InputKey.ENABLE_HTTP_ENDPOINT;
import static aurora.restore.plan.InputKey.MANAGE_MASTER_PASSWORD;
import static aurora.restore.plan.InputKey.VERIFICATION;
import static aurora.restore.plan.VerificationKey.CHECKS;
import static aurora.restore.plan.VerificationKey.DATABASE;
import static aurora.restore.plan.VerificationKey.SECRET;
import static java.util.Objects.requireNonNullElse;

import aurora.restore.input.Fields;
import aurora.restore.input.Rule;
import aurora.restore.operation.Arn;
import aurora.restore.operation.DataCheck;
import aurora.restore.operation.DataVerification;
import java.util.HashSet;
import java.util.Objects;

/** Reads what an input says of the checks by SQL. */
final class VerificationReader {
  private static final int DEFAULT_TIMEOUT_SECONDS = 20;

  /** The Data API ends a statement after so long (Aurora User Guide, "Using the Data API"). */
  private static final int LONGEST_TIMEOUT_SECONDS = 45;

  private static final String MANAGED = "managed";

  private final Fields fields;

  VerificationReader(Fields fields) {
    this.fields = fields;
  }

  /** Null where the input asks for none, or what it asks can't be read. */
  DataVerification read() {
    return fields.object(VERIFICATION).map(this::read).orElse(null);
  }

  private DataVerification read(Fields verification) {
    verification.refuseUnknownKeys(VerificationKey.values());
    var database = verification.text(DATABASE, Rule.DATABASE);
    var secret = verification.text(SECRET, Rule.SECRET);
    var checks =
        verification.objects(CHECKS, 1, DataVerification.MOST_CHECKS).stream()
            .map(VerificationReader::check)
            .toList();
    var names = new HashSet<String>();
    checks.stream()
        .map(DataCheck::name)
        .filter(Objects::nonNull)
        .filter(name -> !names.add(name))
        .forEach(name -> verification.find(CHECKS, "names " + name + " twice", "name each once"));
    var seconds = checks.stream().mapToInt(DataCheck::timeoutSeconds).sum();
    if (seconds > DataVerification.LONGEST_SECONDS) {
      verification.find(
          CHECKS,
          "may take " + seconds + " seconds together",
          "lower their timeout_seconds to " + DataVerification.LONGEST_SECONDS + " in all");
    }
    return new DataVerification(database, MANAGED.equals(secret) ? null : secret, checks);
  }

  /** Finds what can't go together, whatever AWS holds. */
  void findContradictions(RestoreRequest request) {
    var verification = request.verification();
    if (verification == null) {
      return;
    }
    if (Boolean.FALSE.equals(request.cluster().settings().dataApi())) {
      fields.find(
          ENABLE_HTTP_ENDPOINT,
          "is false while verification needs the Data API",
          "leave out one of them");
    }
    if (verification.isManaged()) {
      if (!request.cluster().manageMasterPassword()) {
        fields.find(
            MANAGE_MASTER_PASSWORD,
            "is false while verification.secret is managed",
            "leave it out, or name a secret's ARN");
      }
      return;
    }
    var region = new Arn(verification.secretArn()).region();
    if (request.targetRegion() != null && !region.equals(request.targetRegion())) {
      fields.find(
          "verification.secret",
          "is of region " + region + " while target_region is " + request.targetRegion(),
          "name a secret of " + request.targetRegion());
    }
  }

  /** One check. A wrong field reads as if it weren't there: the input is refused anyway. */
  private static DataCheck check(Fields check) {
    check.refuseUnknownKeys(CheckKey.values());
    return new DataCheck(
        check.text(NAME, Rule.CHECK),
        check.text(SQL, Rule.STATEMENT),
        ExpectationReader.read(check),
        requireNonNullElse(
            check.number(TIMEOUT_SECONDS, 1, LONGEST_TIMEOUT_SECONDS), DEFAULT_TIMEOUT_SECONDS),
        null);
  }
}
