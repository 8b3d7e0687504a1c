package aurora.restore.json;

/** A record of an event of AWS: JSON spells its members as the components are. */
public interface CamelCase {}
