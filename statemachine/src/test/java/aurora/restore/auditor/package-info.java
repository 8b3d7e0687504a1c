/** Evidence as it was written, and what is found of it once somebody has been at the table. */
package aurora.restore.auditor;
