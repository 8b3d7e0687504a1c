/**
 * Simulated RDS: one control plane for all accounts and regions, as far as Aurora clusters are
 * copied, restored, filled with instances and taken down again. Typed request in, typed response
 * out; statuses follow from virtual time. Refuses wire formats, data, and knowledge of the
 * pipeline; a request member that isn't modelled ends the run by name.
 *
 * <p>A map: {@code SimulatedRds} registers the operations, {@code RegionSetUp} fills a world,
 * {@code Region} holds the state of one account in one region, {@code *Operations} and {@code
 * *Rules} hold behaviour by subject, {@code DurationModel} draws how long things take and how they
 * end.
 */
package aurora.restore.simulation.rds;
