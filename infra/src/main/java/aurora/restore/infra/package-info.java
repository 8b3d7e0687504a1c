/**
 * The CDK app: one stack of functions, tables, topic and state machine, made by a factory each, and
 * the typed configuration that a deployment decides. {@link aurora.restore.infra.RestoreApp} alone
 * reads the CDK's context. Refuses knowledge of how a restore goes: that is the handlers' and the
 * definition's.
 */
package aurora.restore.infra;
