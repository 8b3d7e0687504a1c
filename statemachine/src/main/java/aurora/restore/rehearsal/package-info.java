/**
 * The rehearsal: runs a restore in a simulated world and shows it as it would be seen. The one room
 * outside {@code edge} that knows the wall clock, to let simulated time pass at a pace that people
 * can follow. Refuses to change what happens.
 */
package aurora.restore.rehearsal;
