package aurora.restore.operation;

import java.math.BigDecimal;

/**
 * What an earlier operation found for the check of a name.
 *
 * @param operationId the operation that found it
 */
public record Baseline(BigDecimal found, String operationId) {}
