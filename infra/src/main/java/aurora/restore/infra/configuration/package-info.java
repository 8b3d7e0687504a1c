/**
 * What a deployment can be told, read from the context and refused where it is wrong. Knows no
 * construct.
 */
package aurora.restore.infra.configuration;
