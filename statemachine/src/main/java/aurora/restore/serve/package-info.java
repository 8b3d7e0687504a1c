/**
 * A simulated world behind HTTP on this machine alone, its clock running as fast as it is told, for
 * clients that nobody here wrote. One thread owns the world; whoever calls waits for it. Refuses to
 * know any service: what is called is told by the call, and answered by the wire.
 */
package aurora.restore.serve;
