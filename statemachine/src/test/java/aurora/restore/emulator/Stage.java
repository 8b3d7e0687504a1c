package aurora.restore.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.audit.OperationTable;
import aurora.restore.edge.Aws;
import aurora.restore.edge.Edge;
import aurora.restore.edge.Settings;
import aurora.restore.engine.TaskRunner.Outcome;
import aurora.restore.machine.HandlerFunction;
import aurora.restore.world.Container;
import aurora.restore.world.DeployedTables;
import aurora.restore.world.FunctionLogs;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/**
 * A deployment of a test's own in the emulator: two tables and a topic, and the functions over
 * them, as they are made for Lambda but for the endpoint. Closing it deletes tables and topic.
 */
final class Stage implements AutoCloseable {
  static final String REGION = "us-west-2";

  /** No emulator looks at them, and AWS itself would refuse them. */
  private static final AwsCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));

  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

  private final String name;
  private final URI endpoint;
  private final Settings settings;
  private final Aws aws;
  private final DeployedTables tables;
  private final FunctionLogs logs = new FunctionLogs(CLOCK);

  private Stage(String name, URI endpoint) {
    this.name = "aurora-restore-test-" + name;
    this.endpoint = endpoint;
    this.aws =
        new Aws(
            REGION,
            _ -> UrlConnectionHttpClient.create(),
            CREDENTIALS,
            Optional.of(endpoint),
            AwsRetryStrategy::standardRetryStrategy);
    this.settings =
        new Settings(
            REGION,
            this.name + "-state",
            this.name + "-audit",
            aws.sns().createTopic(topic -> topic.name(this.name)).topicArn(),
            "db.r6g.large",
            List.of(),
            List.of(),
            400,
            this.name,
            "docs/runbook.md",
            new Settings.Evidence(null, null, null, null));
    this.tables = new DeployedTables(aws.dynamoDb(), settings);
  }

  /**
   * Sets the stage; skips the calling test where there is no emulator.
   *
   * @param name one of its own for each test: the same each time, so that what a run left that was
   *     killed is found and deleted by the next one
   */
  static Stage named(String name) {
    var stage = new Stage(name, Emulator.endpoint());
    stage.deleteTables();
    stage.tables.create();
    stage.tableNames().forEach(stage::awaitTable);
    return stage;
  }

  /** Calls a function in a container of its own, as Lambda may at any time. */
  Outcome call(HandlerFunction function, JsonNode payload) {
    return new Container(function.placeholder(), function.at(edge()), logs).invoke(payload);
  }

  /** The answer of a function that is to succeed. */
  JsonNode answer(HandlerFunction function, JsonNode payload) {
    var outcome = call(function, payload);
    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    return ((Outcome.Answered) outcome).payload();
  }

  /** The failure of a function that is to fail. */
  Outcome.Failed failure(HandlerFunction function, JsonNode payload) {
    var outcome = call(function, payload);
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    return (Outcome.Failed) outcome;
  }

  /** What the functions read and write the tables by. */
  OperationTable operations() {
    return OperationTable.of(edge());
  }

  DeployedTables tables() {
    return tables;
  }

  Settings settings() {
    return settings;
  }

  DynamoDbClient dynamoDb() {
    return aws.dynamoDb();
  }

  /** Subscribes to the topic, from now on, for every message. */
  Mailbox mailbox(String name) {
    return new Mailbox(this, name, Optional.empty());
  }

  /** Subscribes to the topic, from now on, for what a filter policy lets through. */
  Mailbox mailbox(String name, String filterPolicy) {
    return new Mailbox(this, name, Optional.of(filterPolicy));
  }

  String name() {
    return name;
  }

  URI endpoint() {
    return endpoint;
  }

  AwsCredentialsProvider credentials() {
    return CREDENTIALS;
  }

  Aws aws() {
    return aws;
  }

  /** The functions that are called here are handed their times: the clock may stand. */
  private Edge edge() {
    return new Edge(aws, CLOCK, settings);
  }

  private Stream<String> tableNames() {
    return Stream.of(settings.stateTable(), settings.auditTable());
  }

  private void awaitTable(String table) {
    try (var waiter = aws.dynamoDb().waiter()) {
      waiter.waitUntilTableExists(describe -> describe.tableName(table));
    }
  }

  private void deleteTables() {
    tableNames().forEach(this::deleteTable);
  }

  private void deleteTable(String table) {
    try (var waiter = aws.dynamoDb().waiter()) {
      aws.dynamoDb().deleteTable(delete -> delete.tableName(table));
      waiter.waitUntilTableNotExists(describe -> describe.tableName(table));
    } catch (ResourceNotFoundException e) {
      // As it is to be: the run before this one has cleared its stage.
    }
  }

  @Override
  public void close() {
    deleteTables();
    aws.sns().deleteTopic(topic -> topic.topicArn(settings.topicArn()));
  }
}
