package aurora.restore.operation;

/** How long to pause between two looks. */
@FunctionalInterface
interface Pauses {
  /**
   * @param percent how far it is; null where RDS doesn't say
   */
  long seconds(Integer percent);
}
