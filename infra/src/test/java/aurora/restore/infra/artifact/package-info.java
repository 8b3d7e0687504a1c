/**
 * The deployed jar at work: every function of the synthesised template as a process of its own,
 * under the Runtime Interface Client that Lambda runs it with, before the simulated AWS. Refuses
 * handlers of the test's own class path.
 */
package aurora.restore.infra.artifact;
