/**
 * The house rules: what can be said of the repository as a whole, checked. Every rule names its
 * reason where it fails. Refuses knowledge of how a restore works.
 */
package aurora.restore.house;
