package aurora.restore.simulation.wire;

/** The two kinds of Query protocol (Smithy specification, "AWS query" and "EC2 query protocol"). */
enum QueryFlavor {
  /** Lists as {@code Tags.Tag.1.Key}; the response's members inside {@code <XResult>}. */
  AWS,
  /** Lists as {@code SubnetId.1}; the response's members beside {@code <requestId>}. */
  EC2
}
