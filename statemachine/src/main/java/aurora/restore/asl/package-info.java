/**
 * State machine definitions: a typed model of the Amazon States Language that this project uses,
 * its reader, its linter and the diagram drawn from it. Refuses every field and state type that no
 * definition here needs, and any knowledge of how a machine is run.
 */
package aurora.restore.asl;
