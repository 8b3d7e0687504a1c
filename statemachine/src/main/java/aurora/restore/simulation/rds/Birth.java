package aurora.restore.simulation.rds;

import java.time.Instant;

/**
 * What is drawn for every new resource.
 *
 * @param lot its place in listings
 * @param seenFrom when describing begins to find it
 */
record Birth(long lot, Instant seenFrom) {}
