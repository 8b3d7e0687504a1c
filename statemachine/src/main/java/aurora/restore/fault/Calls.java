package aurora.restore.fault;

/**
 * Calls that something may go wrong with.
 *
 * @param operation null: all of the service
 */
record Calls(String service, String operation) {
  boolean include(String calledService, String calledOperation) {
    return service.equals(calledService)
        && (operation == null || operation.equals(calledOperation));
  }
}
