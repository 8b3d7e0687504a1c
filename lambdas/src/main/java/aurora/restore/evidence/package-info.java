/**
 * Record Evidence: what an operation can be shown to have done, in one document that is digested,
 * chained to the operation's trail and, where the deployment has a key, signed. Refuses to judge
 * anew what was judged before, to change what is written, and to act on any resource.
 */
package aurora.restore.evidence;
