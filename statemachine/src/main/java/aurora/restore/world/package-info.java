/**
 * A simulated world to run the deployed state machines and handlers in: what exists in it, how it
 * is put together, what became of it. Refuses knowledge of how it is shown.
 */
package aurora.restore.world;
