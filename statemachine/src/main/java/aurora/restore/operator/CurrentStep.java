package aurora.restore.operator;

/**
 * Where an execution is.
 *
 * @param state the state's name
 * @param observed what its function saw, e.g. {@code copying}; null before it answered
 * @param percent how far that is; null where nobody knows
 */
public record CurrentStep(String state, String observed, Integer percent) {}
