package aurora.restore.simulation.dynamodb;

import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Caller;
import aurora.restore.simulation.strict.Members;
import aurora.restore.simulation.strict.NotModelledError;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.CreateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveResponse;

/** Makes tables, as a deployment does; they are there at once. */
final class TableSetUp {
  private static final Set<String> TABLE =
      Set.of(
          "TableName",
          "BillingMode",
          "AttributeDefinitions",
          "KeySchema",
          "GlobalSecondaryIndexes");
  private static final Set<String> INDEX = Set.of("IndexName", "KeySchema", "Projection");

  private final TableCatalogue catalogue;

  TableSetUp(TableCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  CreateTableResponse create(Caller caller, CreateTableRequest request) {
    Members.of(request).modelled(TABLE).required("TableName", "KeySchema");
    if (request.billingMode() != BillingMode.PAY_PER_REQUEST) {
      throw new NotModelledError("a table that isn't paid per request");
    }
    var address = Address.of(caller, request.tableName());
    if (catalogue.has(address)) {
      throw new AwsError(
          "ResourceInUseException", 400, "Table already exists: " + request.tableName());
    }
    var definitions = request.attributeDefinitions();
    var indexes =
        request.globalSecondaryIndexes().stream().map(it -> index(it, definitions)).toList();
    catalogue.add(address, new Table(keys(request.keySchema(), definitions), indexes));
    return CreateTableResponse.builder().build();
  }

  private static Index index(GlobalSecondaryIndex index, List<AttributeDefinition> definitions) {
    Members.of(index).modelled(INDEX);
    if (index.projection().projectionType() != ProjectionType.ALL) {
      throw new NotModelledError("an index that has some attributes only: " + index.indexName());
    }
    return new Index(index.indexName(), keys(index.keySchema(), definitions));
  }

  private static KeySchema keys(
      List<KeySchemaElement> elements, List<AttributeDefinition> definitions) {
    return new KeySchema(
        key(elements, KeyType.HASH, definitions).orElseThrow(),
        key(elements, KeyType.RANGE, definitions));
  }

  private static Optional<KeySchema.Attribute> key(
      List<KeySchemaElement> elements, KeyType type, List<AttributeDefinition> definitions) {
    return elements.stream()
        .filter(element -> element.keyType() == type)
        .findFirst()
        .map(element -> attribute(element.attributeName(), definitions));
  }

  private static KeySchema.Attribute attribute(String name, List<AttributeDefinition> definitions) {
    var definition = definitions.stream().filter(it -> it.attributeName().equals(name)).findFirst();
    return new KeySchema.Attribute(
        name,
        switch (definition.orElseThrow().attributeType()) {
          case S -> AttributeValue.Type.S;
          case N -> AttributeValue.Type.N;
          case B, UNKNOWN_TO_SDK_VERSION -> throw new NotModelledError("a binary key: " + name);
        });
  }

  UpdateTimeToLiveResponse expire(Caller caller, UpdateTimeToLiveRequest request) {
    var setting = request.timeToLiveSpecification();
    if (!setting.enabled()) {
      throw new NotModelledError("taking a table's time to live away");
    }
    catalogue
        .table(Address.of(caller, request.tableName()))
        .expireBy(Expiry.by(setting.attributeName(), catalogue.random()));
    return UpdateTimeToLiveResponse.builder().timeToLiveSpecification(setting).build();
  }
}
