/**
 * What happens to a trial's world from outside: what is asked for, what else is there, what people
 * and schedules start, what people do by hand, what goes wrong, and when. Refuses to judge what the
 * pipeline makes of it.
 */
package aurora.restore.trial.act;
