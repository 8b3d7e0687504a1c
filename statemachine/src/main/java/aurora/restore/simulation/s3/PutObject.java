package aurora.restore.simulation.s3;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * A request to put an object, as it came over the wire: the SDK's own type is part of S3's client,
 * which nobody here uses.
 *
 * @param path encoded, {@code /BUCKET/KEY}
 * @param headers by name, without regard to case
 */
public record PutObject(String path, SortedMap<String, String> headers, byte[] body)
    implements SdkPojo {

  static Builder builder() {
    return new Builder();
  }

  String bucket() {
    return path.split("/", 3)[1];
  }

  /** Encoded. */
  String key() {
    return path.split("/", 3)[2];
  }

  @Override
  public List<SdkField<?>> sdkFields() {
    return List.of();
  }

  @Override
  public Map<String, SdkField<?>> sdkFieldNameToField() {
    return Map.of();
  }

  /** What the wire fills in. */
  public static final class Builder implements SdkPojo, SdkBuilder<Builder, PutObject> {
    private String path;
    private SortedMap<String, String> headers;
    private byte[] body;

    private Builder() {}

    public Builder path(String path) {
      this.path = path;
      return this;
    }

    public Builder headers(SortedMap<String, String> headers) {
      this.headers = headers;
      return this;
    }

    public Builder body(byte[] body) {
      this.body = body.clone();
      return this;
    }

    @Override
    public PutObject build() {
      return new PutObject(path, headers, body);
    }

    @Override
    public List<SdkField<?>> sdkFields() {
      return List.of();
    }

    @Override
    public Map<String, SdkField<?>> sdkFieldNameToField() {
      return Map.of();
    }
  }
}
