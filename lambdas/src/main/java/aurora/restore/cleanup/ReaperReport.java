package aurora.restore.cleanup;

import java.util.List;

/**
 * What the reaper did, for its log.
 *
 * @param cleanUps the operations whose clean-up it started, since they had expired
 * @param reports the executions whose end it had reported, since nobody else had
 * @param orphans the operations that nothing tells of, and of which something is there
 */
public record ReaperReport(List<String> cleanUps, List<String> reports, List<String> orphans) {}
