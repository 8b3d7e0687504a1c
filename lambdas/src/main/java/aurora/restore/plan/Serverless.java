package aurora.restore.plan;

/** The class of instances that scale by capacity units. */
final class Serverless {
  static final String CLASS = "db.serverless";

  private Serverless() {}
}
