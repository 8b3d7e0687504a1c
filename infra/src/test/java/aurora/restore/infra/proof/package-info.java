/**
 * The proof that each function may do what it does and no more: the stories, told while the
 * simulated AWS enforces the policies of the synthesised template. Holds what a policy means and
 * what each call needs, and refuses whatever it doesn't know by name. Grants nothing.
 */
package aurora.restore.infra.proof;
