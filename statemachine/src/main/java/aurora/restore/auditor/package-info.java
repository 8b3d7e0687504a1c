/**
 * The reading side of evidence: holds the newest document of an operation against its digest, its
 * signature and the trail, and shows it as text, as JSON or as a page. Knows no simulation. Refuses
 * to write, and to tell anything that neither the records nor this reading say.
 */
package aurora.restore.auditor;
