package aurora.restore.operation;

/** A resource by its kind and identifier. */
public record OwnedResource(ResourceKind kind, String id) {

  /** {@code cluster orders-drill-1}. */
  @Override
  public String toString() {
    return kind.words() + " " + id;
  }
}
