/**
 * Notify: tells operators what has been reached, by SNS. Refuses secrets, presigned URLs and
 * whatever can't be read in a plain e-mail.
 */
package aurora.restore.notify;
