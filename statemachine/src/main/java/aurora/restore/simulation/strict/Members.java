package aurora.restore.simulation.strict;

import aurora.restore.simulation.AwsError;
import java.util.Set;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/** What a request carries, by the names of the wire. */
public final class Members {
  private final SdkPojo request;

  private Members(SdkPojo request) {
    this.request = request;
  }

  public static Members of(SdkPojo request) {
    return new Members(request);
  }

  /**
   * Ends the run where the request carries a member that isn't {@code modelled}: ignoring it would
   * let a handler believe that it had an effect.
   *
   * @param modelled member names as the SDK's field descriptions give them, e.g. {@code KmsKeyId}
   */
  public Members modelled(Set<String> modelled) {
    for (var field : request.sdkFields()) {
      if (isGiven(field) && !modelled.contains(field.memberName())) {
        throw new NotModelledError(
            "%s carries %s, which the simulation doesn't model; model it or don't send it"
                .formatted(request.getClass().getSimpleName(), field.memberName()));
      }
    }
    return this;
  }

  /** Refuses with {@code MissingParameter} where one of these is absent or blank. */
  public Members required(String... members) {
    for (var member : members) {
      if (!given(member)) {
        throw new AwsError(
            "MissingParameter", 400, "The request must contain the parameter " + member);
      }
    }
    return this;
  }

  /** Whether the request carries this member; an empty string counts as absent. */
  public boolean given(String member) {
    for (var field : request.sdkFields()) {
      if (field.memberName().equals(member)) {
        return isGiven(field);
      }
    }
    throw new NotModelledError(
        request.getClass().getSimpleName() + " has no member " + member + " in this SDK");
  }

  private boolean isGiven(SdkField<?> field) {
    var value = field.getValueOrDefault(request);
    return value != null
        && !(value instanceof SdkAutoConstructList)
        && !(value instanceof SdkAutoConstructMap)
        && !(value instanceof String text && text.isEmpty());
  }
}
