/**
 * Stories of clean-ups: what is deleted, what is refused, what is left alone. Each ends with
 * exactly what was there before and what isn't ours.
 */
package aurora.restore.stories.cleanup;
