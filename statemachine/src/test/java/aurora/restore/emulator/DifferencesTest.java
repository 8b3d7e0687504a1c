package aurora.restore.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.simulation.Faults;
import aurora.restore.simulation.dynamodb.SimulatedDynamoDb;
import aurora.restore.simulation.dynamodb.value.Values;
import aurora.restore.simulation.wire.Cloud;
import aurora.restore.simulation.wire.Identity;
import aurora.restore.simulation.wire.Latency;
import aurora.restore.time.VirtualTime;
import aurora.restore.world.DeployedTables;
import aurora.restore.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;

/**
 * The simulated DynamoDB, held against one that others wrote: both are asked the same, and are to
 * answer the same and to hold the same in the end. What they are known to differ in is listed, with
 * who is right.
 */
class DifferencesTest {
  /** More of them: {@code -Dseeds=1000}. */
  private static final int SEEDS = Integer.getInteger("seeds", 20);

  private static final int REQUESTS = 100;
  private static final String ACCOUNT = "111122223333";
  private static final Recorded STORIES = Recorded.stories();
  private static final Known KNOWN = Known.load();
  private static final Map<String, Integer> MET = new TreeMap<>();
  private static int sequences;
  private static int operations;

  @Test
  void storiesAreAnsweredTheSame() {
    try (var both = new Both("stories")) {
      var asked = STORIES.requests().iterator();
      var renamed = new Variation(both::table, (name, value) -> value);
      both.ask(() -> renamed.of(asked.next()), STORIES.requests().size());
    }
  }

  @Test
  void mixedUpStoriesAreAnsweredTheSame() {
    var pools = Variation.pools(STORIES.requests());
    for (var seed = 1; seed <= SEEDS; seed++) {
      var random = new Random(seed);
      try (var both = new Both("mixed")) {
        var mixed =
            new Variation(
                both::table,
                (name, value) -> random.nextInt(3) == 0 ? drawn(pools.get(name), random) : value);
        both.ask(() -> mixed.of(drawn(STORIES.requests(), random)), REQUESTS);
      }
    }
  }

  @Test
  void whateverExpressionsAreAnsweredTheSame() {
    askGenerated(false);
  }

  /** Asks of an emulator that it knows which types compare with which. */
  @Test
  @Tag("types")
  void expressionsOverWhateverTypesAreAnsweredTheSame() {
    askGenerated(true);
  }

  private static void askGenerated(boolean isMixed) {
    for (var seed = 1; seed <= SEEDS; seed++) {
      try (var both = new Both("generated")) {
        var generated = new Generated(both.table(World.AUDIT_TABLE), new Random(seed), isMixed);
        both.ask(generated::next, REQUESTS);
      }
    }
  }

  private static <T> T drawn(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }

  @AfterAll
  static void tellFigures() {
    System.out.printf(
        "%d sequences, %d operations, %d differences, all of them known: %s%n",
        sequences, operations, MET.values().stream().mapToInt(it -> it).sum(), MET);
  }

  /** The two, with the same empty tables. */
  private static final class Both implements AutoCloseable {
    private final Stage stage;
    private final SimulatedDynamoDb simulated;
    private final DynamoDbClient client;
    private final List<String> unknown = new ArrayList<>();

    Both(String name) {
      stage = Stage.named("differences-" + name);
      var random = new Random(1);
      var time = new VirtualTime(Instant.parse("2026-11-23T00:00:00Z"), random);
      simulated = new SimulatedDynamoDb(time, random);
      new DeployedTables(simulated.client(ACCOUNT, Stage.REGION), stage.settings()).create();
      var cloud =
          new Cloud(
              time, Cloud.byName(List.of(simulated.service())), Faults.NONE, Latency.NONE, random);
      client =
          DynamoDbClient.builder()
              .region(Region.of(Stage.REGION))
              .credentialsProvider(stage.credentials())
              .httpClient(cloud.httpClient(new Identity(ACCOUNT, "DifferencesTest")))
              .build();
      sequences++;
    }

    String table(String ofWorld) {
      return ofWorld.equals(World.STATE_TABLE)
          ? stage.settings().stateTable()
          : stage.settings().auditTable();
    }

    /** Ends early where a known difference has left the two with other items. */
    void ask(Supplier<DynamoDbRequest> requests, int count) {
      for (var i = 0; i < count; i++) {
        var request = requests.get();
        var ours = Answer.of(client, request);
        var theirs = Answer.of(stage.dynamoDb(), request);
        operations++;
        if (!ours.equals(theirs)) {
          var known = KNOWN.find(ours, theirs);
          known.ifPresentOrElse(
              it -> MET.merge(it, 1, Integer::sum),
              () ->
                  unknown.add(
                      "simulated: %s%n  emulator: %s%n  request: %s"
                          .formatted(ours, theirs, request)));
          if (!ours.trimmed().equals(theirs.trimmed()) && !hold().equals(theyHold())) {
            break; // what the two would answer from here on tells nothing
          }
        } else if (i == count - 1) {
          assertThat(hold()).isEqualTo(theyHold());
        }
      }
      assertThat(unknown).isEmpty();
    }

    private List<List<Map<String, AttributeValue>>> hold() {
      return tables(table -> simulated.items(ACCOUNT, Stage.REGION, table));
    }

    private List<List<Map<String, AttributeValue>>> theyHold() {
      return tables(
          table ->
              stage.dynamoDb().scanPaginator(scan -> scan.tableName(table)).items().stream()
                  .map(Values::stored)
                  .toList());
    }

    private List<List<Map<String, AttributeValue>>> tables(
        Function<String, List<Map<String, AttributeValue>>> items) {
      return List.of(
          sorted(items.apply(stage.settings().stateTable())),
          sorted(items.apply(stage.settings().auditTable())));
    }

    private static List<Map<String, AttributeValue>> sorted(
        List<Map<String, AttributeValue>> items) {
      return items.stream()
          .sorted(
              Comparator.comparing(
                  item ->
                      item.get("operation_id").s()
                          + "/"
                          + (item.containsKey("entry") ? item.get("entry").s() : "")))
          .toList();
    }

    @Override
    public void close() {
      stage.close();
    }
  }
}
