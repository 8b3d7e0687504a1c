/**
 * The records: the state table, which says where an operation stands, and the audit table, which
 * says what happened and only ever grows. Refuses to delete from either, save for the purge that a
 * clean-up is asked for, which is a function of its own.
 */
package aurora.restore.audit;
