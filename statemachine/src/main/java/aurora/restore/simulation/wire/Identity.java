package aurora.restore.simulation.wire;

/**
 * Who holds a client.
 *
 * @param account the twelve digits of the account
 * @param function the function whose client it is, e.g. {@code CopySnapshot}
 */
public record Identity(String account, String function) {}
