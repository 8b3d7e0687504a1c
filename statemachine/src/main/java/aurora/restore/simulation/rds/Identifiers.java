package aurora.restore.simulation.rds;

import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** How RDS spells and compares names, and the ids that it makes up. */
final class Identifiers {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*");
  private static final int NAME_MAX_CHARACTERS = 63;
  private static final String RESOURCE_ID_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final String HOST_ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";

  private Identifiers() {}

  /** Names aren't case-sensitive and are echoed in lower case. */
  static String fold(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** The folded name, where RDS accepts it for a new cluster, snapshot or instance. */
  static String requireNew(String name, String member) {
    if (name.length() > NAME_MAX_CHARACTERS || !NAME.matcher(name).matches()) {
      throw Refusal.invalidValue(
          "The parameter %s is not a valid identifier: '%s'. It must begin with a letter, hold only ASCII letters, digits and hyphens, at most 63, and neither end with a hyphen nor hold two in a row."
              .formatted(member, name));
    }
    return fold(name);
  }

  /** A cluster's or instance's resource id: new each time, also for a name used before. */
  static String resourceId(String prefix, RandomGenerator random) {
    return prefix + "-" + drawn(RESOURCE_ID_ALPHABET, 26, random);
  }

  /** The part of a host name that an account has in a region. */
  static String hostHash(RandomGenerator random) {
    return "c" + drawn(HOST_ALPHABET, 11, random);
  }

  /** The random tail of a secret's ARN. */
  static String secretSuffix(RandomGenerator random) {
    return drawn(HOST_ALPHABET, 6, random);
  }

  private static String drawn(String alphabet, int characters, RandomGenerator random) {
    var text = new StringBuilder();
    for (int i = 0; i < characters; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }
}
