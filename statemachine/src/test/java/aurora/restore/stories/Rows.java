package aurora.restore.stories;

import aurora.restore.world.Run;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Reads the state table, as an operator does who asks again and again: but only after writes. */
final class Rows {
  private final Story story;
  private long writes;

  Rows(Story story) {
    this.story = story;
  }

  /** The operation's row, where anything was written since the last look. */
  Optional<JsonNode> changed(Run run) {
    var written = story.calls().count("UpdateItem") + story.calls().count("TransactWriteItems");
    if (written == writes) {
      return Optional.empty();
    }
    writes = written;
    return run.state();
  }
}
