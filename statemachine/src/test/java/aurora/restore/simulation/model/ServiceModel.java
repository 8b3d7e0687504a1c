package aurora.restore.simulation.model;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What AWS's model of a service says of the operations that are simulated. */
record ServiceModel(
    From from,
    String protocol,
    Map<String, OperationModel> operations,
    Map<String, ErrorModel> errors,
    Map<String, Shape> shapes) {
  /** Where the model comes from. */
  record From(String source, String licence, String service, String apiVersion) {}

  /** The shapes of an operation; input and output are null where there is none. */
  record OperationModel(String input, String output, String resultWrapper, List<String> errors) {}

  /**
   * An error; code and status are null in the JSON protocols, where the name is the code.
   *
   * @param fault whether it is the server's, not the caller's
   */
  record ErrorModel(String code, Integer httpStatusCode, boolean fault) {
    /** As said; in the JSON protocols it is the general one for each side's errors. */
    int status() {
      if (httpStatusCode != null) {
        return httpStatusCode;
      }
      return fault ? 500 : 400;
    }
  }

  private static final JsonMapper MAPPER = new JsonMapper();

  /** By the name that requests are signed for, and what botocore calls the service. */
  static final Map<String, String> SERVICES =
      Map.ofEntries(
          Map.entry("rds", "rds"),
          Map.entry("rds-data", "rds-data"),
          Map.entry("ec2", "ec2"),
          Map.entry("kms", "kms"),
          Map.entry("sns", "sns"),
          Map.entry("states", "stepfunctions"),
          Map.entry("dynamodb", "dynamodb"),
          Map.entry("cloudformation", "cloudformation"),
          Map.entry("logs", "logs"),
          Map.entry("monitoring", "cloudwatch"),
          Map.entry("sqs", "sqs"),
          Map.entry("sts", "sts"));

  /** The services that are simulated, by the name that requests are signed for. */
  static Stream<String> services() {
    return SERVICES.keySet().stream().sorted();
  }

  static String resource(String service) {
    return "aurora/restore/simulation/model/" + service + ".json";
  }

  static ServiceModel load(String service) {
    try (var in = ServiceModel.class.getClassLoader().getResourceAsStream(resource(service))) {
      if (in == null) {
        throw new IllegalStateException("there is no model of the service " + service);
      }
      return MAPPER.readValue(in, ServiceModel.class);
    } catch (IOException e) {
      throw new UncheckedIOException("the model of " + service + " can't be read", e);
    }
  }

  Shape shape(String name) {
    return shapes.get(name);
  }

  Optional<OperationModel> operation(String name) {
    return Optional.ofNullable(operations.get(name));
  }

  /** The error of this code that an operation may answer. */
  Optional<ErrorModel> error(OperationModel operation, String code) {
    return operation.errors().stream()
        .filter(name -> code.equals(errors.get(name).code()) || isNamed(name, code))
        .map(errors::get)
        .findFirst();
  }

  private boolean isNamed(String name, String code) {
    return errors.get(name).code() == null && name.equals(code);
  }
}
