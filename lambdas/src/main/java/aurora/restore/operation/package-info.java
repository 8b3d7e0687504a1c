/**
 * The vocabulary that all steps share: the plan and what it holds, the execution it runs in, how a
 * look at something reads, whose a resource is. Refuses calls of AWS and knowledge of any one step.
 */
package aurora.restore.operation;
