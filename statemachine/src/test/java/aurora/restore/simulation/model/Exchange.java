package aurora.restore.simulation.model;

import aurora.restore.simulation.model.ServiceModel.OperationModel;
import aurora.restore.simulation.wire.HttpCall;
import aurora.restore.simulation.wire.HttpReply;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.function.BiConsumer;

/** One call of an operation and what came of it, held against the operation's model. */
final class Exchange {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final CBORMapper CBOR = new CBORMapper();
  private static final String REST_JSON = "rest-json";
  private static final int FIRST_ERROR_STATUS = 400;

  private final String service;
  private final ServiceModel model;
  private final String name;
  private final OperationModel operation;
  private final HttpCall call;
  private final HttpReply reply;

  private Exchange(
      String service,
      ServiceModel model,
      String name,
      OperationModel operation,
      HttpCall call,
      HttpReply reply) {
    this.service = service;
    this.model = model;
    this.name = name;
    this.operation = operation;
    this.call = call;
    this.reply = reply;
  }

  static Exchange of(String service, ServiceModel model, HttpCall call, HttpReply reply) {
    var name = name(model, call);
    var operation =
        model
            .operation(name)
            .orElseThrow(
                () ->
                    new ModelViolation(
                        "%s:%s has no model; add it where botocore is installed: ./mvnw verify -Dgolden.write=true"
                            .formatted(service, name)));
    return new Exchange(service, model, name, operation, call, reply);
  }

  private static String name(ServiceModel model, HttpCall call) {
    if (model.protocol().equals(REST_JSON)) {
      var path = last(call.path());
      return path.equals("Execute") ? "ExecuteStatement" : path;
    }
    return isCbor(call) ? last(call.path()) : isJson(model) ? target(call) : action(call);
  }

  private static boolean isJson(ServiceModel model) {
    return Set.of("json", "smithy-rpc-v2-cbor", REST_JSON).contains(model.protocol());
  }

  /** Of what a model says by its newest protocol, others go on in the one before. */
  private static boolean isCbor(HttpCall call) {
    return call.header("smithy-protocol") != null;
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String target(HttpCall call) {
    var target = call.header("X-Amz-Target");
    return target.substring(target.indexOf('.') + 1);
  }

  private static String action(HttpCall call) {
    return FormRequest.Tree.parse(call.body()).children().get("Action").text();
  }

  boolean isRefused() {
    return reply.status() >= FIRST_ERROR_STATUS;
  }

  /** The request, by the names of the model. */
  JsonNode request(Findings findings) {
    return isJson(model)
        ? tree(call.body())
        : new FormRequest(model, findings)
            .read(operation.input(), FormRequest.Tree.parse(call.body()));
  }

  /** The answer, by the names of the model. */
  JsonNode answer(Findings findings) {
    return isJson(model)
        ? tree(reply.body())
        : new XmlAnswer(model, findings)
            .read(
                name, operation.output(), operation.resultWrapper(), XmlAnswer.parse(reply.body()));
  }

  void requireRequest() {
    require(
        "the request breaks the model and should have been refused",
        (findings, limits) -> limits.check(operation.input(), request(findings), ""));
  }

  void requireAnswer() {
    require(
        "the answer breaks the model",
        (findings, limits) -> {
          var answer = answer(findings);
          if (operation.output() != null) {
            limits.check(operation.output(), answer, "");
          }
        });
  }

  void requireKnownError() {
    var code = errorCode();
    require(
        "the error isn't one of the model",
        (findings, limits) -> {
          var modelled = model.error(operation, code);
          var common = CommonErrors.of(service, code);
          if (modelled.isEmpty() && common.isEmpty()) {
            findings.add(code, "is neither an error of the operation nor a common one");
          }
          int status =
              modelled
                  .map(ServiceModel.ErrorModel::status)
                  .or(() -> common.map(CommonErrors.CommonError::status))
                  .orElse(reply.status());
          if (status != reply.status()) {
            findings.add(code, "has the status " + status + ", not " + reply.status());
          }
        });
  }

  private String errorCode() {
    if (isJson(model)) {
      var type = tree(reply.body()).path("__type").asText();
      return type.substring(type.indexOf('#') + 1);
    }
    return XmlAnswer.errorCode(XmlAnswer.parse(reply.body()));
  }

  private void require(String rule, BiConsumer<Findings, Limits> check) {
    var findings = new Findings();
    check.accept(findings, new Limits(model, findings));
    if (!findings.all().isEmpty()) {
      throw new ModelViolation(
          "%s:%s: %s (%s): %s"
              .formatted(
                  service, name, rule, model.from().source(), String.join("; ", findings.all())));
    }
  }

  private JsonNode tree(byte[] body) {
    try {
      return (isCbor(call) ? CBOR : MAPPER).readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException("the body is no JSON", e);
    }
  }
}
