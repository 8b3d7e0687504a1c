package aurora.restore.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** The identity of an operation: what an input says, else the name of its execution. */
public final class OperationId {
  /**
   * What a tag's value may hold. A schedule's operation ends in the time of its event, hence the
   * colon, which no execution's name may have.
   */
  public static final Pattern FORM = Pattern.compile("[A-Za-z0-9_.+=@:-]{1,80}");

  private static final int LONGEST = 80;
  private static final String KEY = "operation_id";

  private OperationId() {}

  /** The operation of an execution, also of one whose input was refused. */
  public static String of(JsonNode input, String executionName) {
    var given = input == null ? null : input.path(KEY);
    return given != null && given.isTextual() && FORM.matcher(given.textValue()).matches()
        ? given.textValue()
        : ofName(executionName);
  }

  /** An execution's name may hold what no tag may: a restore without an id is refused then. */
  private static String ofName(String executionName) {
    return FORM.matcher(executionName).matches() ? executionName : Slug.of(executionName, LONGEST);
  }
}
