package aurora.restore.operation;

/**
 * A resource that has a name of ours and isn't ours: it is left alone.
 *
 * @param owner whose it is, as a clause
 */
public record ForeignResource(ResourceKind kind, String id, String owner) {

  @Override
  public String toString() {
    return kind.words() + " " + id + " (" + owner + ")";
  }
}
