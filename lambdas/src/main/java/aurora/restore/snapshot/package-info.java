/**
 * Copy Snapshot and Wait For Copy. Refuses to touch the source snapshot: it is read and copied,
 * never changed.
 */
package aurora.restore.snapshot;
