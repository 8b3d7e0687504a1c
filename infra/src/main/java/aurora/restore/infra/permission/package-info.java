/**
 * Who may do what: roles, statements, the ARNs that they name, and which of the CDK's rules are
 * left out and why. Makes no function and no state machine.
 */
package aurora.restore.infra.permission;
