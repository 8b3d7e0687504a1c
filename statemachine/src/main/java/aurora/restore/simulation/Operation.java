package aurora.restore.simulation;

import software.amazon.awssdk.core.SdkPojo;

/**
 * What one API operation does: typed request in, typed response out. A refusal is an {@link
 * AwsError}.
 */
@FunctionalInterface
public interface Operation<I extends SdkPojo, O extends SdkPojo> {
  O call(Caller caller, I request);
}
