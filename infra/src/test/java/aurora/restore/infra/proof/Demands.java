package aurora.restore.infra.proof;

import aurora.restore.simulation.Caller;
import aurora.restore.simulation.s3.PutObject;
import aurora.restore.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.kms.model.DescribeKeyRequest;
import software.amazon.awssdk.services.kms.model.GetPublicKeyRequest;
import software.amazon.awssdk.services.kms.model.SignRequest;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionRequest;
import software.amazon.awssdk.services.sfn.model.GetExecutionHistoryRequest;
import software.amazon.awssdk.services.sfn.model.ListExecutionsRequest;
import software.amazon.awssdk.services.sfn.model.RedriveExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StartExecutionRequest;
import software.amazon.awssdk.services.sns.model.PublishRequest;

/**
 * What calls need leave for (Service Authorization Reference, "Actions, resources, and condition
 * keys" of each service), as far as functions make them.
 */
final class Demands {
  private Demands() {}

  /**
   * @param hasKey whether tables and topic are encrypted under the deployment's own key
   * @throws IllegalArgumentException naming a call that nothing is known of
   */
  static List<Demand> of(
      World world,
      Caller caller,
      String service,
      String operation,
      SdkPojo request,
      boolean hasKey) {
    var place = Place.of(world);
    return switch (service) {
      case "rds" -> RdsDemands.of(world, caller).of(operation, request);
      case "rds-data" -> dataApi(world, caller, operation, request);
      case "kms" -> List.of(key(world, caller, request));
      case "s3" -> List.of(Demand.of("s3:PutObject", "arn:aws:s3:::" + object(request)));
      case "states" -> List.of(Demand.of("states:" + operation, machinery(request)));
      case "ec2" -> List.of(Demand.of("ec2:" + operation, "*")); // descriptions know no resources
      case "dynamodb" -> withKey(place, caller, service, hasKey, tables(place, operation, request));
      case "sns" -> {
        var publish = Demand.of("sns:Publish", ((PublishRequest) request).topicArn());
        yield withKey(place, caller, service, hasKey, List.of(publish));
      }
      case String other -> throw unknown(other, operation);
    };
  }

  static IllegalArgumentException unknown(String service, String operation) {
    return new IllegalArgumentException(
        "what " + service + ":" + operation + " needs leave for isn't written down");
  }

  /**
   * The Data API reads the secret in the caller's name (Aurora User Guide, "Authorizing access").
   */
  private static List<Demand> dataApi(
      World world, Caller caller, String operation, SdkPojo request) {
    var things = new RdsThings(world, caller);
    var cluster = text(request, "resourceArn");
    return List.of(
        Demand.of("rds-data:" + operation, cluster)
            .with(RdsThings.RESOURCE_TAG, things.tagsOf(cluster)),
        Demand.of("secretsmanager:GetSecretValue", text(request, "secretArn")));
  }

  private static String text(SdkPojo request, String member) {
    return request.sdkFields().stream()
        .filter(field -> field.memberName().equals(member))
        .map(field -> (String) field.getValueOrDefault(request))
        .findFirst()
        .orElseThrow(() -> unknown("rds-data", member));
  }

  /** A reference that means no key is denied by none but KMS itself. */
  private static Demand key(World world, Caller caller, SdkPojo request) {
    return switch (request) {
      case DescribeKeyRequest describe -> key(world, caller, "DescribeKey", describe.keyId());
      case SignRequest sign -> key(world, caller, "Sign", sign.keyId());
      case GetPublicKeyRequest get -> key(world, caller, "GetPublicKey", get.keyId());
      case SdkPojo other -> throw unknown("kms", other.getClass().getSimpleName());
    };
  }

  private static Demand key(World world, Caller caller, String operation, String reference) {
    var arn =
        world
            .kms()
            .find(caller.account(), caller.region(), reference)
            .map(found -> found.arn())
            .orElse(
                reference.startsWith("arn:")
                    ? reference
                    : "arn:aws:kms:%s:%s:key/unknown".formatted(caller.region(), caller.account()));
    return Demand.of("kms:" + operation, arn);
  }

  /** {@code BUCKET/KEY}. */
  private static String object(SdkPojo request) {
    return switch (request) {
      case PutObject put -> put.path().substring(1);
      case SdkPojo other -> throw unknown("s3", other.getClass().getSimpleName());
    };
  }

  private static String machinery(SdkPojo request) {
    return switch (request) {
      case StartExecutionRequest start -> start.stateMachineArn();
      case DescribeExecutionRequest describe -> describe.executionArn();
      case GetExecutionHistoryRequest history -> history.executionArn();
      case ListExecutionsRequest list -> list.stateMachineArn();
      case RedriveExecutionRequest redrive -> redrive.executionArn();
      case SdkPojo other -> throw unknown("states", other.getClass().getSimpleName());
    };
  }

  /** A transaction needs leave for each of its writes, and there is none for transactions. */
  private static List<Demand> tables(Place place, String operation, SdkPojo request) {
    return switch (request) {
      case TransactWriteItemsRequest transaction ->
          transaction.transactItems().stream().map(item -> write(place, item)).toList();
      case QueryRequest query when query.indexName() != null ->
          List.of(
              Demand.of(
                  "dynamodb:Query",
                  place.table(query.tableName()) + "/index/" + query.indexName()));
      case QueryRequest query -> item(place, operation, query.tableName());
      case GetItemRequest get -> item(place, operation, get.tableName());
      case PutItemRequest put -> item(place, operation, put.tableName());
      case UpdateItemRequest update -> item(place, operation, update.tableName());
      case DeleteItemRequest delete -> item(place, operation, delete.tableName());
      case SdkPojo other -> throw unknown("dynamodb", operation);
    };
  }

  private static List<Demand> item(Place place, String operation, String table) {
    return List.of(Demand.of("dynamodb:" + operation, place.table(table)));
  }

  private static Demand write(Place place, TransactWriteItem item) {
    return Stream.of(
            demand(place, "PutItem", item.put() == null ? null : item.put().tableName()),
            demand(place, "UpdateItem", item.update() == null ? null : item.update().tableName()),
            demand(place, "DeleteItem", item.delete() == null ? null : item.delete().tableName()),
            demand(
                place,
                "ConditionCheckItem",
                item.conditionCheck() == null ? null : item.conditionCheck().tableName()))
        .flatMap(List::stream)
        .findFirst()
        .orElseThrow(() -> unknown("dynamodb", "TransactWriteItems of " + item));
  }

  private static List<Demand> demand(Place place, String action, String table) {
    return table == null ? List.of() : item(place, action, table);
  }

  /**
   * DynamoDB unwraps a table's key, and SNS makes and unwraps a message's, in the caller's name
   * (DynamoDB Developer Guide, "DynamoDB encryption at rest: How it works"; SNS Developer Guide,
   * "Key management").
   */
  private static List<Demand> withKey(
      Place place, Caller caller, String service, boolean hasKey, List<Demand> demands) {
    if (!hasKey) {
      return demands;
    }
    var all = new ArrayList<>(demands);
    var actions =
        service.equals("sns")
            ? List.of("kms:Decrypt", "kms:GenerateDataKey")
            : List.of("kms:Decrypt");
    for (var action : actions) {
      all.add(
          Demand.of(action, place.keyArn())
              .with("kms:ViaService", service + "." + caller.region() + ".amazonaws.com"));
    }
    return all;
  }
}
