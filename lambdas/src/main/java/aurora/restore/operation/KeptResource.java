package aurora.restore.operation;

/**
 * A resource that a clean-up leaves standing, although it is the operation's or the clean-up made
 * it.
 *
 * @param why it stays, as a clause
 */
public record KeptResource(ResourceKind kind, String id, String why) {

  public OwnedResource resource() {
    return new OwnedResource(kind, id);
  }

  @Override
  public String toString() {
    return resource() + " (" + why + ")";
  }
}
