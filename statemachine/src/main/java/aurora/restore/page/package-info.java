/**
 * Pages for a browser, each of one file that needs no network: the frame with its styles for light
 * and dark, tables and sections, and the picture of how long the phases took. Refuses to know what
 * is shown on them.
 */
package aurora.restore.page;
