/** Stories of the synthesised template. Refuses to synthesise one twice: each takes seconds. */
package aurora.restore.infra;
