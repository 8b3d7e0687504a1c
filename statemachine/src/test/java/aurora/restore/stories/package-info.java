/**
 * The stories of a restore: the deployed machine and the real handlers, in a simulated world, told
 * in the language of the runbook. Refuses looks into any of them: only what an operator could see
 * is checked.
 */
package aurora.restore.stories;
