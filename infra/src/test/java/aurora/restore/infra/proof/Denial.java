package aurora.restore.infra.proof;

/** A call that the policies in force don't allow. */
record Denial(String function, Demand demand) {
  @Override
  public String toString() {
    return "AccessDenied: "
        + function
        + " may not "
        + demand.action()
        + " on "
        + demand.resource()
        + " "
        + demand.context();
  }
}
