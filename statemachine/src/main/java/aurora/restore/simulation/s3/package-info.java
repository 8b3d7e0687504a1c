/**
 * Simulated S3: buckets with and without Object Lock, and objects that are put into them. Refuses
 * to hand out or delete what is in them, and whatever header of a request it doesn't know.
 */
package aurora.restore.simulation.s3;
