/**
 * The edge: the one room that knows Lambda, the environment and the system clock. It turns bytes
 * into records and SDK failures into the errors that an operator can act on; it refuses any
 * knowledge of what a restore is.
 */
package aurora.restore.edge;
