package aurora.restore.trial.defect;

import aurora.restore.simulation.wire.HttpCall;
import aurora.restore.simulation.wire.HttpReply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** A call as text: forms of the Query protocol, JSON of DynamoDB and Step Functions. */
record Text(HttpCall http) {
  private static final List<String> JSON =
      List.of("GetItem", "PutItem", "UpdateItem", "DeleteItem", "Query", "TransactWriteItems");

  String body() {
    return new String(http.body(), StandardCharsets.UTF_8);
  }

  /** Whether it calls one of these operations. */
  boolean is(String... operations) {
    var target = String.valueOf(http.header("X-Amz-Target"));
    return List.of(operations).stream()
        .anyMatch(
            operation ->
                target.endsWith("." + operation) || body().contains("Action=" + operation + "&"));
  }

  HttpCall changed(UnaryOperator<String> change) {
    return new HttpCall(
        http.method(),
        http.host(),
        http.path(),
        http.headers(),
        change.apply(body()).getBytes(StandardCharsets.UTF_8));
  }

  /** The form without a member, or without a list of that name. */
  HttpCall without(String member) {
    return changed(body -> body.replaceAll("&" + Pattern.quote(member) + "(\\.[^=&]*)?=[^&]*", ""));
  }

  /** The form with another value of a member. */
  HttpCall with(String member, String value) {
    return changed(
        body ->
            body.replaceAll("&" + Pattern.quote(member) + "=[^&]*", "")
                + "&"
                + member
                + "="
                + value);
  }

  static HttpReply changed(HttpReply reply, UnaryOperator<String> change) {
    var text = new String(reply.body(), StandardCharsets.UTF_8);
    var headers = new TreeMap<>(reply.headers());
    headers.keySet().removeIf(name -> name.equalsIgnoreCase("x-amz-crc32")); // of the other text
    return new HttpReply(
        reply.status(), headers, change.apply(text).getBytes(StandardCharsets.UTF_8));
  }

  /** The answer with another text in all elements of a name. */
  static HttpReply element(HttpReply reply, String element, String value) {
    return changed(
        reply,
        body ->
            body.replaceAll(
                "<" + element + ">[^<]*</" + element + ">",
                "<" + element + ">" + value + "</" + element + ">"));
  }

  /** The answer as if no element of that name had been in it. */
  static HttpReply withoutElement(HttpReply reply, String element) {
    return changed(reply, body -> body.replaceAll("<" + element + ">[^<]*</" + element + ">", ""));
  }

  /** What a call is answered that tells of nothing. */
  static HttpReply nothing(String operation) {
    var xml = "<%1$sResponse><%1$sResult></%1$sResult></%1$sResponse>".formatted(operation);
    var isJson = JSON.contains(operation);
    return new HttpReply(
        200, new TreeMap<>(), (isJson ? "{}" : xml).getBytes(StandardCharsets.UTF_8));
  }
}
