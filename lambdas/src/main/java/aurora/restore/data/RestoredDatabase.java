package aurora.restore.data;

import static java.util.Objects.requireNonNullElse;

import aurora.restore.edge.Boundary;
import aurora.restore.error.ChecksNotMade;
import java.util.List;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.rdsdata.RdsDataClient;
import software.amazon.awssdk.services.rdsdata.model.BadRequestException;
import software.amazon.awssdk.services.rdsdata.model.DatabaseErrorException;
import software.amazon.awssdk.services.rdsdata.model.DatabaseNotFoundException;
import software.amazon.awssdk.services.rdsdata.model.DatabaseResumingException;
import software.amazon.awssdk.services.rdsdata.model.DatabaseUnavailableException;
import software.amazon.awssdk.services.rdsdata.model.Field;
import software.amazon.awssdk.services.rdsdata.model.HttpEndpointNotEnabledException;
import software.amazon.awssdk.services.rdsdata.model.InvalidResourceStateException;
import software.amazon.awssdk.services.rdsdata.model.InvalidSecretException;
import software.amazon.awssdk.services.rdsdata.model.RdsDataException;
import software.amazon.awssdk.services.rdsdata.model.SecretsErrorException;
import software.amazon.awssdk.services.rdsdata.model.StatementTimeoutException;
import software.amazon.awssdk.services.rdsdata.model.TransactionNotFoundException;
import software.amazon.awssdk.services.rdsdata.model.UnsupportedResultException;

/**
 * The restored database, asked through the RDS Data API: each statement in a read-only transaction
 * of its own that is rolled back, so that none changes anything, and none fails for another.
 */
final class RestoredDatabase {
  private final RdsDataClient dataApi;
  private final String clusterId;
  private final String clusterArn;
  private final String secretArn;
  private final String name;
  private final boolean isMySql;

  RestoredDatabase(RdsDataClient dataApi, RunChecksInput input) {
    var plan = input.plan();
    this.dataApi = dataApi;
    this.clusterId = plan.cluster().id();
    this.clusterArn = plan.cluster().arn();
    this.secretArn =
        requireNonNullElse(plan.verification().secretArn(), input.report().masterSecretArn());
    this.name = plan.verification().database();
    this.isMySql = "aurora-mysql".equals(plan.cluster().engine());
  }

  /**
   * Asks once.
   *
   * @throws NotReady where it can't be asked yet
   * @throws ChecksNotMade where it can't be asked at all
   */
  Answer ask(String sql, int timeoutSeconds) throws NotReady {
    var transaction = begin();
    try {
      guards(timeoutSeconds).forEach(guard -> execute(transaction, guard));
      return new Answer.Rows(execute(transaction, sql));
    } catch (StatementTimeoutException | DatabaseErrorException | UnsupportedResultException e) {
      return new Answer.Refused(Boundary.said(e));
    } catch (RdsDataException e) {
      throw passing(e);
    } finally {
      rollBack(transaction);
    }
  }

  /**
   * What makes the transaction read-only and short. MySQL can't make a transaction read-only that
   * has begun: another one is begun instead, on the same connection.
   */
  private List<String> guards(int timeoutSeconds) {
    var millis = timeoutSeconds * 1_000;
    return isMySql
        ? List.of("start transaction read only", "set session max_execution_time = " + millis)
        : List.of("set transaction read only", "set local statement_timeout = " + millis);
  }

  private String begin() throws NotReady {
    try {
      return dataApi
          .beginTransaction(
              begin -> begin.resourceArn(clusterArn).secretArn(secretArn).database(name))
          .transactionId();
    } catch (SecretsErrorException
        | InvalidSecretException
        | DatabaseErrorException
        | DatabaseNotFoundException
        | BadRequestException e) {
      throw new ChecksNotMade(clusterId, Boundary.said(e));
    } catch (RdsDataException e) {
      throw passing(e);
    }
  }

  private List<List<Field>> execute(String transaction, String sql) {
    return dataApi
        .executeStatement(
            statement ->
                statement
                    .resourceArn(clusterArn)
                    .secretArn(secretArn)
                    .database(name)
                    .transactionId(transaction)
                    .sql(sql))
        .records();
  }

  /** What is said while the cluster gets ready; anything else is thrown on. */
  private static NotReady passing(RdsDataException e) {
    return switch (e) {
      case DatabaseResumingException _,
          DatabaseUnavailableException _,
          HttpEndpointNotEnabledException _,
          InvalidResourceStateException _ ->
          new NotReady(Boundary.said(e));
      default -> throw e; // the SDK's exceptions aren't sealed
    };
  }

  private void rollBack(String transaction) {
    try {
      dataApi.rollbackTransaction(
          rollBack ->
              rollBack.resourceArn(clusterArn).secretArn(secretArn).transactionId(transaction));
    } catch (AwsServiceException e) {
      if (!(e instanceof TransactionNotFoundException) && !Boundary.isTransient(e)) {
        throw e;
      }
      // Nothing is lost: what isn't committed is rolled back after three idle minutes anyway.
    }
  }
}
