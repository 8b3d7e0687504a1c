package aurora.restore.plan;

import aurora.restore.operation.Ownership;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.model.Tag;

/**
 * The tags of a source that may be written again. Copying reserved ones makes RDS refuse the whole
 * copy; copying the pipeline's own would make another operation's resources look like this one's.
 */
final class SourceTags {
  private SourceTags() {}

  static boolean isReserved(String key) {
    var folded = key.toLowerCase(Locale.ROOT);
    return Stream.of("aws:", "rds:", Ownership.PREFIX).anyMatch(folded::startsWith);
  }

  static Map<String, String> of(List<Tag> tags) {
    var kept = new LinkedHashMap<String, String>();
    for (var tag : tags) {
      if (!isReserved(tag.key())) {
        kept.put(tag.key(), tag.value() == null ? "" : tag.value());
      }
    }
    return kept;
  }
}
