package aurora.restore.asl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.SequencedMap;

/** The states that an inline Map runs once per item, in the order of the source. */
public record ItemProcessor(
    String startAt, SequencedMap<String, State> states, ObjectNode source) {}
