/** The operators' command against a served world, as it is typed. */
package aurora.restore.operator;
