package aurora.restore.asl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.SequencedMap;

/**
 * A state machine whose query language is JSONata.
 *
 * @param comment what it is for; null where the definition says nothing
 * @param startAt name of the first state
 * @param states by name, in the order of the source
 * @param timeoutSeconds limit of one execution; null where there is none
 * @param source the JSON it was read from, which nobody may change
 */
public record StateMachine(
    String comment,
    String startAt,
    SequencedMap<String, State> states,
    Long timeoutSeconds,
    ObjectNode source) {}
