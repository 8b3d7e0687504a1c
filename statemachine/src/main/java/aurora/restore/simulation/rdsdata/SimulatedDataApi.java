package aurora.restore.simulation.rdsdata;

import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Service;
import aurora.restore.simulation.rds.QueriedCluster;
import aurora.restore.simulation.rds.SimulatedRds;
import aurora.restore.simulation.strict.Members;
import aurora.restore.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.rdsdata.model.BeginTransactionRequest;
import software.amazon.awssdk.services.rdsdata.model.BeginTransactionResponse;
import software.amazon.awssdk.services.rdsdata.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.rdsdata.model.ExecuteStatementResponse;
import software.amazon.awssdk.services.rdsdata.model.RollbackTransactionRequest;
import software.amazon.awssdk.services.rdsdata.model.RollbackTransactionResponse;

/** The Data API of all accounts and regions (RDS Data API Reference). */
public final class SimulatedDataApi {
  /** Aurora User Guide, "Using the Data API": a statement, and what idles between two. */
  private static final Duration LONGEST_STATEMENT = Duration.ofSeconds(45);

  private static final Duration LONGEST_IDLE = Duration.ofMinutes(3);
  private static final String AVAILABLE = "available";

  private record Open(String clusterArn, Database.Transaction transaction, Instant lastUse) {}

  private final VirtualTime time;
  private final RandomGenerator random;
  private final SimulatedRds rds;
  private final Secrets secrets = new Secrets();
  private final Naps naps = new Naps();
  private final Map<String, Open> open = new HashMap<>();
  private Database database;
  private boolean takesPasswords = true;

  /**
   * @param random decides the ids of transactions
   * @param rds whose clusters are asked
   * @param database what the clusters hold
   */
  public SimulatedDataApi(
      VirtualTime time, RandomGenerator random, SimulatedRds rds, Database database) {
    this.time = time;
    this.random = random;
    this.rds = rds;
    this.database = database;
  }

  public Service service() {
    return new Service("rds-data", Service.Protocol.REST_JSON)
        .on("BeginTransaction", BeginTransactionRequest::builder, this::begin)
        .on("ExecuteStatement", ExecuteStatementRequest::builder, this::execute)
        .on("RollbackTransaction", RollbackTransactionRequest::builder, this::rollBack);
  }

  /** Secrets, to be changed. */
  public Secrets secrets() {
    return secrets;
  }

  /** From now on, clusters hold what this one does. */
  public void holding(Database other) {
    database = other;
  }

  /** What clusters hold. */
  public Database database() {
    return database;
  }

  /** From now on databases take no password, or they do again. */
  public void takesPasswords(boolean does) {
    takesPasswords = does;
  }

  /** A cluster's writer pauses now: whoever asks it next has to wait for it. */
  public void pauses(String clusterArn) {
    naps.pauses(clusterArn);
  }

  /** Lets go of what holds the data. */
  public void close() {
    database.close();
  }

  private BeginTransactionResponse begin(Caller caller, BeginTransactionRequest request) {
    Members.of(request)
        .modelled(Set.of("resourceArn", "secretArn", "database"))
        .required("resourceArn", "secretArn");
    var cluster = ready(caller, request.resourceArn(), request.secretArn());
    var transaction = begin(cluster, request.database());
    var id = id();
    open.put(id, new Open(cluster.arn(), transaction, time.instant()));
    return BeginTransactionResponse.builder().transactionId(id).build();
  }

  private Database.Transaction begin(QueriedCluster cluster, String name) {
    try {
      return database
          .begin(cluster, name)
          .orElseThrow(() -> Refusals.database("FATAL: database \"" + name + "\" does not exist"));
    } catch (SqlError e) {
      throw Refusals.database(e.getMessage());
    }
  }

  private ExecuteStatementResponse execute(Caller caller, ExecuteStatementRequest request) {
    Members.of(request)
        .modelled(Set.of("resourceArn", "secretArn", "database", "sql", "transactionId"))
        .required("resourceArn", "secretArn", "sql", "transactionId");
    ready(caller, request.resourceArn(), request.secretArn());
    var transaction = transaction(request.resourceArn(), request.transactionId());
    try {
      var rows = transaction.execute(request.sql());
      if (rows.took().compareTo(LONGEST_STATEMENT) > 0) {
        time.spend(LONGEST_STATEMENT);
        throw Refusals.of(
            "StatementTimeoutException", "Request timed out: the statement took over 45 seconds");
      }
      time.spend(rows.took());
      ResultLimits.require(rows.rows());
      return ExecuteStatementResponse.builder()
          .records(rows.rows())
          .numberOfRecordsUpdated(0L)
          .build();
    } catch (SqlError e) {
      throw e.isOfResult()
          ? Refusals.of("UnsupportedResultException", e.getMessage())
          : Refusals.database(e.getMessage());
    }
  }

  private RollbackTransactionResponse rollBack(Caller caller, RollbackTransactionRequest request) {
    Members.of(request)
        .modelled(Set.of("resourceArn", "secretArn", "transactionId"))
        .required("resourceArn", "secretArn", "transactionId");
    ready(caller, request.resourceArn(), request.secretArn());
    transaction(request.resourceArn(), request.transactionId()).rollBack();
    open.remove(request.transactionId());
    return RollbackTransactionResponse.builder().transactionStatus("Rollback Complete").build();
  }

  /** The cluster, where it can be asked by whoever the secret names. */
  private QueriedCluster ready(Caller caller, String clusterArn, String secretArn) {
    var cluster =
        rds.queried(caller.account(), caller.region(), clusterArn)
            .orElseThrow(() -> Refusals.noInstance(clusterArn));
    if (!cluster.status().equals(AVAILABLE)) {
      throw Refusals.of(
          "InvalidResourceStateException", "DB cluster is " + cluster.status() + ": " + clusterArn);
    }
    if (!cluster.isEnabled()) {
      throw Refusals.of(
          "HttpEndpointNotEnabledException",
          "HttpEndpoint is not enabled for cluster " + clusterArn);
    }
    if (cluster.writerStatus() == null) {
      throw Refusals.noInstance(clusterArn);
    }
    if (!cluster.writerStatus().equals(AVAILABLE)) {
      throw Refusals.writerUnavailable();
    }
    var login = login(cluster, secretArn);
    if (naps.isPaused(cluster, time.instant())) {
      throw Refusals.of(
          "DatabaseResumingException",
          "The Aurora DB instance is resuming after being auto-paused. Please wait a few seconds"
              + " and try again.");
    }
    if (!takesPasswords || !Secrets.password(secretArn).equals(login.password())) {
      throw Refusals.database(
          "FATAL: password authentication failed for user \"" + login.username() + "\"");
    }
    return cluster;
  }

  private Secrets.Login login(QueriedCluster cluster, String secretArn) {
    var login =
        secretArn.equals(cluster.secretArn())
            ? secrets.managed(secretArn, cluster.username())
            : secrets
                .find(secretArn)
                .orElseThrow(
                    () ->
                        Refusals.of(
                            "SecretsErrorException",
                            "Secrets Manager can't find the specified secret: " + secretArn));
    if (login.username() == null) {
      throw Refusals.of(
          "InvalidSecretException", "The secret has no username and password: " + secretArn);
    }
    return login;
  }

  private Database.Transaction transaction(String clusterArn, String id) {
    var known = open.get(id);
    var now = time.instant();
    if (known == null || !known.clusterArn().equals(clusterArn)) {
      throw Refusals.noTransaction(id);
    }
    if (known.lastUse().plus(LONGEST_IDLE).isBefore(now)) {
      open.remove(id).transaction().rollBack();
      throw Refusals.noTransaction(id);
    }
    open.put(id, new Open(clusterArn, known.transaction(), now));
    return known.transaction();
  }

  private String id() {
    var bytes = new byte[96];
    random.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
