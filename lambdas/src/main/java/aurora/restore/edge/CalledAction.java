package aurora.restore.edge;

import java.util.Locale;
import java.util.stream.Stream;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * The IAM action of a failed call, which travels with the SDK's exception as a suppressed one: not
 * every service says in its refusal what was called.
 */
final class CalledAction extends Exception {
  private static final long serialVersionUID = 1L;

  private CalledAction(String action) {
    super(action, null, false, false);
  }

  /** The action that {@code e} came from, e.g. {@code rds:CopyDBClusterSnapshot}. */
  static String of(Throwable e) {
    return Stream.of(e.getSuppressed())
        .filter(CalledAction.class::isInstance)
        .map(Throwable::getMessage)
        .findFirst()
        .orElse("a call of AWS");
  }

  /** Attaches the action to whatever a call throws. */
  static final class Noting implements ExecutionInterceptor {
    @Override
    public Throwable modifyException(
        Context.FailedExecution context, ExecutionAttributes attributes) {
      var service = attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME);
      var operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
      context.exception().addSuppressed(new CalledAction(prefix(service) + ":" + operation));
      return context.exception();
    }

    /** IAM calls Step Functions by another name than the SDK, and knows no blanks. */
    private static String prefix(String service) {
      var name = service.toLowerCase(Locale.ROOT).replace(' ', '-');
      return name.equals("sfn") ? "states" : name;
    }
  }
}
