/**
 * The local engine: runs state machines in virtual time and keeps their history as Step Functions
 * does. Refuses whatever the definitions of this project don't use, and any knowledge of what their
 * functions do.
 */
package aurora.restore.engine;
