package aurora.restore.infra.proof;

import aurora.restore.operation.Ownership;
import java.util.stream.Collectors;

/** Conditions as a reader says them. */
final class Words {
  static final String TAG = "TAG";

  private Words() {}

  static String of(Condition condition) {
    var key = "`" + condition.key().replace(Ownership.TAG, TAG) + "`";
    var values =
        condition.values().stream().map(it -> "`" + it + "`").collect(Collectors.joining(" or "));
    return switch (condition.operator()) {
      case Null -> key + (condition.values().contains("true") ? " isn't given" : " is given");
      case Bool, StringEquals -> key + " is " + values;
      case StringNotEquals -> key + " isn't " + values;
      case ArnEquals, ArnLike, StringLike -> key + " is like " + values;
    };
  }
}
