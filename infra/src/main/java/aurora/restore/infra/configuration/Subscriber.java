package aurora.restore.infra.configuration;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Who is told what the topic is told: all of it. By severity nobody is chosen here, since an alarm
 * has no message attributes, and a filter policy never lets such a message through (SNS Developer
 * Guide, "Key matching"): whoever filtered would miss the very alarms.
 *
 * @param endpoint an e-mail address, or a URL that begins with {@code https://}
 */
public record Subscriber(Protocol protocol, String endpoint) {
  /**
   * Those that need no permission of anybody's: SNS asks the endpoint to confirm. A queue, a
   * function or a chat is let in by a policy that its owner writes, and subscribed by its owner.
   */
  public enum Protocol {
    EMAIL,
    HTTPS;

    /** As the configuration and SNS say it. */
    public String spelling() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Enough to catch a slip of the pen: whether the address exists, its confirmation shows. */
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

  /**
   * @throws ConfigurationRefused where the endpoint isn't one of the protocol's
   */
  public Subscriber {
    var isOne =
        switch (protocol) {
          case EMAIL -> EMAIL.matcher(endpoint).matches();
          case HTTPS -> isHttps(endpoint);
        };
    if (!isOne) {
      throw new ConfigurationRefused(
          List.of(
              "subscriptions has "
                  + protocol.spelling()
                  + " \""
                  + endpoint
                  + "\": its endpoint must be "
                  + switch (protocol) {
                    case EMAIL -> "an e-mail address";
                    case HTTPS -> "a URL such as https://example.com/hook";
                  }));
    }
  }

  /**
   * @throws ConfigurationRefused where there is no such protocol, or it has no such endpoint
   */
  static Subscriber of(String protocol, String endpoint) {
    return new Subscriber(
        Arrays.stream(Protocol.values())
            .filter(known -> known.spelling().equals(protocol))
            .findFirst()
            .orElseThrow(() -> unknown(protocol)),
        endpoint);
  }

  private static ConfigurationRefused unknown(String protocol) {
    var known = Arrays.stream(Protocol.values()).map(Protocol::spelling).toList();
    return new ConfigurationRefused(
        List.of(
            "subscriptions has protocol \""
                + protocol
                + "\": it must be one of "
                + String.join(", ", known)));
  }

  private static boolean isHttps(String endpoint) {
    try {
      var url = new URI(endpoint);
      return "https".equals(url.getScheme()) && url.getHost() != null;
    } catch (URISyntaxException e) {
      return false; // told as a finding by the caller
    }
  }
}
