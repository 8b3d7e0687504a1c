package aurora.restore.simulation.s3;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** The answer to an object that was put: nothing but headers. */
public record Stored(Map<String, String> headers) implements SdkPojo {
  @Override
  public List<SdkField<?>> sdkFields() {
    return List.of();
  }

  @Override
  public Map<String, SdkField<?>> sdkFieldNameToField() {
    return Map.of();
  }
}
