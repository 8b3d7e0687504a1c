package aurora.restore.plan;

import aurora.restore.operation.Ownership;
import java.util.ArrayList;
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

  /** Those that RDS would refuse today are left out, which is a warning. */
  static Map<String, String> of(List<Tag> tags, PreflightFindings findings) {
    var kept = new LinkedHashMap<String, String>();
    var refused = new ArrayList<String>();
    for (var tag : tags) {
      var value = tag.value() == null ? "" : tag.value();
      if (tag.key() == null || isReserved(tag.key())) {
        continue;
      }
      if (TagRules.allow(tag.key(), value)) {
        kept.put(tag.key(), value);
      } else {
        refused.add(tag.key());
      }
    }
    if (!refused.isEmpty()) {
      findings.warn(
          "tags of the source that RDS doesn't accept are left out: "
              + String.join(", ", refused)
              + " (a tag has letters, digits, blanks and _ . : / = + - @ alone; "
              + TagRules.LENGTHS
              + ")");
    }
    return kept;
  }
}
