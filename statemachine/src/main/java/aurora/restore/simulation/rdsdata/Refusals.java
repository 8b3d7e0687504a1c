package aurora.restore.simulation.rdsdata;

import aurora.restore.simulation.AwsError;

/** The errors of the Data API, with the statuses of its model (RDS Data API Reference, Errors). */
final class Refusals {
  private Refusals() {}

  static AwsError of(String code, String message) {
    return new AwsError(code, 400, message);
  }

  static AwsError database(String message) {
    return of("DatabaseErrorException", message);
  }

  static AwsError noInstance(String cluster) {
    return new AwsError(
        "DatabaseNotFoundException", 404, "DB cluster " + cluster + " doesn't have a DB instance");
  }

  /** Its model has no message. */
  static AwsError writerUnavailable() {
    return new AwsError("DatabaseUnavailableException", 504, null);
  }

  static AwsError noTransaction(String id) {
    return new AwsError("TransactionNotFoundException", 404, "Transaction " + id + " is not found");
  }
}
