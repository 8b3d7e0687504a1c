/**
 * Virtual time: the event queue that drives a simulated world. Refuses sleeping, threads and the
 * system clock.
 */
package aurora.restore.time;
