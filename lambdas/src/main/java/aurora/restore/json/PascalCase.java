package aurora.restore.json;

/** A record of a state machine's context object: JSON begins its members with a capital. */
public interface PascalCase {}
