package aurora.restore.trial.invariant;

import java.time.Instant;

/**
 * A promise that was broken.
 *
 * @param invariant its name
 * @param at by the trial's clock
 */
public record Violation(String invariant, Instant at, String message) {}
