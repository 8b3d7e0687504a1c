package aurora.restore.simulation.rds;

import java.util.regex.Pattern;

/** The ARN of an RDS resource, taken apart. */
record RdsArn(AccountRegion place, RdsKind kind, String identifier) {
  private static final Pattern FORM =
      Pattern.compile("arn:aws:rds:([a-z0-9-]+):([0-9]{12}):([a-z-]+):(.+)");

  static boolean isArn(String text) {
    return text.startsWith("arn:");
  }

  /** Refuses with {@code InvalidParameterValue} what is no ARN of a kind that is modelled. */
  static RdsArn parse(String text) {
    var match = FORM.matcher(text);
    if (match.matches()) {
      for (var kind : RdsKind.values()) {
        if (kind.arnType().equals(match.group(3))) {
          return new RdsArn(
              new AccountRegion(match.group(2), match.group(1)),
              kind,
              Identifiers.fold(match.group(4)));
        }
      }
    }
    throw Refusal.invalidValue("Invalid resource name: " + text);
  }

  /** Refuses an ARN that names something else than {@code expected}. */
  RdsArn require(RdsKind expected) {
    if (kind != expected) {
      throw Refusal.invalidValue(
          "Invalid resource name: %s is no %s".formatted(this, expected.arnType()));
    }
    return this;
  }

  @Override
  public String toString() {
    return place.arn(kind, identifier);
  }
}
