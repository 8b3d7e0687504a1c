/**
 * Stories of bad days: every fault of the catalogue, every error, redrives from every step, and
 * seeded mixtures of what passes by itself. Refuses to look inside the handlers: a story sees what
 * an operator sees.
 */
package aurora.restore.stories.faults;
