/**
 * Many restores at once in one account and region: how long they take, what they call and cost, and
 * which limit stops them first. Refuses to judge: a figure is no promise.
 */
package aurora.restore.scale;
