package aurora.restore.simulation.wire;

import java.util.regex.Pattern;

/**
 * The credential scope of a signature (AWS General Reference, "Elements of an AWS API request
 * signature"). The signature itself isn't checked.
 *
 * @param service the signing name, e.g. {@code rds}, {@code states}
 */
record Credential(String accessKeyId, String region, String service) {
  private static final Pattern SCOPE =
      Pattern.compile(
          "AWS4-HMAC-SHA256 Credential=([^/,\\s]+)/(\\d{8})/([^/]+)/([^/]+)/aws4_request");

  /**
   * @throws UnreadableCall where the call isn't signed with Signature Version 4
   */
  static Credential of(HttpCall call) {
    return parse(call.header("Authorization"), call.host());
  }

  static Credential parse(String authorization, String host) {
    var scope = SCOPE.matcher(authorization == null ? "" : authorization);
    if (!scope.lookingAt()) {
      throw UnreadableCall.unsigned(host);
    }
    return new Credential(scope.group(1), scope.group(3), scope.group(4));
  }
}
