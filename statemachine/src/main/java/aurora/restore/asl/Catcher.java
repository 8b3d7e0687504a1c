package aurora.restore.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * One entry of {@code Catch}.
 *
 * @param errorEquals error names, matched literally
 * @param assign variables to set, may read {@code $states.errorOutput}; null where absent
 * @param output input of the next state; null where absent, which means the error output itself
 * @param next the state to go on with
 */
public record Catcher(List<String> errorEquals, ObjectNode assign, JsonNode output, String next) {}
