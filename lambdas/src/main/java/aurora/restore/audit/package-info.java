/**
 * The records: the state table, which says where an operation stands, and the audit table, which
 * says what happened and only ever grows. Refuses to delete from either.
 */
package aurora.restore.audit;
