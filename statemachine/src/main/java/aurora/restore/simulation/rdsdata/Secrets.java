package aurora.restore.simulation.rdsdata;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What secrets hold. Nobody is told but the Data API: the simulated functions can't read a secret,
 * and no text that they write may have a password of these.
 */
public final class Secrets {
  /** A database user's name and password. */
  record Login(String username, String password) {}

  private final Map<String, Login> logins = new LinkedHashMap<>();

  /** A secret of somebody's own; the password is one that databases take. */
  public void login(String secretArn, String username) {
    logins.put(secretArn, new Login(username, password(secretArn)));
  }

  /** A secret whose password no database takes any more. */
  public void outdated(String secretArn, String username) {
    logins.put(secretArn, new Login(username, "outdated-" + password(secretArn)));
  }

  /** All passwords there are: what may be written nowhere. */
  public List<String> passwords() {
    return logins.values().stream().map(Login::password).filter(it -> it != null).toList();
  }

  /** A secret that RDS keeps holds its cluster's master user. */
  Login managed(String secretArn, String username) {
    return logins.computeIfAbsent(secretArn, arn -> new Login(username, password(arn)));
  }

  Optional<Login> find(String secretArn) {
    return Optional.ofNullable(logins.get(secretArn));
  }

  /** The password that databases take from the secret: derived, so that nobody has to tell them. */
  static String password(String secretArn) {
    return "pw-" + UUID.nameUUIDFromBytes(secretArn.getBytes(StandardCharsets.UTF_8));
  }
}
