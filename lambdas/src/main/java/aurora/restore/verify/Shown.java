package aurora.restore.verify;

import aurora.restore.operation.KeyNames;
import java.util.Collection;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Values in the form that RDS shows them in, for planned and found ones to be comparable. */
final class Shown {
  private Shown() {}

  /** What RDS doesn't show has its default. */
  static <T> T or(T byDefault, T shown) {
    return Objects.requireNonNullElse(shown, byDefault);
  }

  /** Null, and so not compared, where the plan doesn't know which key it is. */
  static String key(String planned) {
    return KeyNames.isOfKey(planned) ? planned : null;
  }

  static TreeSet<String> set(Collection<String> values) {
    return new TreeSet<>(values);
  }

  static TreeSet<String> set(Stream<String> values) {
    return new TreeSet<>(values.toList());
  }
}
