/**
 * The catalogue of what can go wrong in a rehearsal: each fault by a name, how it is let loose in a
 * world and how it is mended. Refuses to act on anything but a simulated world, and to know what
 * the pipeline makes of a fault.
 */
package aurora.restore.fault;
