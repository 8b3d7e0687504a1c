package aurora.restore.asl;

/** How bad a finding is. */
public enum Severity {
  /** Step Functions would refuse the machine, or an execution would fail by it. */
  ERROR,
  /** It works, but breaks a rule of this project. */
  WARNING
}
