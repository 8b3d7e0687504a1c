package aurora.restore.operator;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;

/** Looks at one thing after the other; what can't be looked at keeps nobody from the rest. */
final class Examination {
  /** Looks at something; answers all that there is to say. */
  @FunctionalInterface
  interface Check {
    List<Diagnosis> look();
  }

  private final List<Diagnosis> found = new ArrayList<>();

  Examination of(String subject, Check check) {
    try {
      found.addAll(check.look());
    } catch (SdkException e) {
      found.add(Diagnosis.wrong(subject, "can't be looked at: " + Trouble.said(e)));
    } catch (Trouble e) {
      found.add(Diagnosis.wrong(subject, e.getMessage()));
    }
    return this;
  }

  List<Diagnosis> found() {
    return List.copyOf(found);
  }
}
