package aurora.restore.edge;

import aurora.restore.error.OperatorError;
import aurora.restore.error.RefusedByAws;
import aurora.restore.error.TransientFailure;
import aurora.restore.telemetry.Withheld;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/**
 * Puts objects into S3, by the SDK's signer and HTTP client: the one call that is made of it
 * doesn't need its client, which is larger than those of all other services together. A call that
 * fails isn't tried again here: the state machine does.
 */
public final class ObjectStore {
  private static final String ACTION = "s3:PutObject";
  private static final int CONFLICT = 409;
  private static final int THERE_ALREADY = 412;
  private static final int TOO_MANY = 429;
  private static final int BROKEN = 500;
  private static final Pattern CODE = Pattern.compile("<Code>([^<]*)</Code>");
  private static final Pattern MESSAGE = Pattern.compile("<Message>([^<]*)</Message>");

  private final String region;
  private final SdkHttpClient http;
  private final AwsCredentialsProvider credentials;
  private final URI endpoint;
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

  ObjectStore(
      String region,
      SdkHttpClient http,
      AwsCredentialsProvider credentials,
      Optional<URI> endpoint) {
    this.region = region;
    this.http = http;
    this.credentials = credentials;
    this.endpoint = endpoint.orElseGet(() -> endpoint(region));
  }

  /** By the SDK's partitions, for China's and others' hosts have another ending. */
  static URI endpoint(String region) {
    var ending = PartitionMetadata.of(Region.of(region)).dnsSuffix();
    return URI.create("https://s3." + region + "." + ending);
  }

  /**
   * Puts a JSON text where there is nothing yet, and leaves what there is: an earlier try has put
   * it there. It goes with its SHA-256, without which a bucket with Object Lock takes nothing
   * (Amazon S3 User Guide, "Object Lock considerations"; S3 API Reference, PutObject, {@code
   * If-None-Match}).
   *
   * @param bucket of the region of the functions
   * @throws TransientFailure where the same may succeed later
   * @throws OperatorError where it may not
   */
  public void putOnce(String bucket, String key, String json) {
    var body = json.getBytes(StandardCharsets.UTF_8);
    var signed = signed(request(bucket, key, body), body);
    try {
      var call =
          HttpExecuteRequest.builder()
              .request(signed.request())
              .contentStreamProvider(signed.payload().orElseThrow())
              .build();
      requireStored(bucket, http.prepareRequest(call).call());
    } catch (IOException e) {
      throw new TransientFailure(ACTION, "no answer from AWS (" + e.getMessage() + ")");
    }
  }

  private SdkHttpRequest request(String bucket, String key, byte[] body) {
    return SdkHttpRequest.builder()
        .method(SdkHttpMethod.PUT)
        .uri(endpoint)
        .encodedPath("/" + bucket + "/" + SdkHttpUtils.urlEncodeIgnoreSlashes(key))
        .putHeader("Content-Type", "application/json")
        .putHeader("Content-Length", Integer.toString(body.length))
        .putHeader("If-None-Match", "*")
        .putHeader("x-amz-checksum-sha256", Base64.getEncoder().encodeToString(sha256(body)))
        .build();
  }

  private SignedRequest signed(SdkHttpRequest request, byte[] body) {
    return signer.sign(
        sign ->
            sign.identity(credentials.resolveCredentials())
                .request(request)
                .payload(ContentStreamProvider.fromByteArray(body))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false));
  }

  private static void requireStored(String bucket, HttpExecuteResponse response)
      throws IOException {
    var status = response.httpResponse().statusCode();
    if (response.httpResponse().isSuccessful() || status == THERE_ALREADY) {
      return;
    }
    var body = response.responseBody();
    var text = body.isEmpty() ? "" : new String(body.get().readAllBytes(), StandardCharsets.UTF_8);
    throw refused(bucket, status, said(status, text));
  }

  private static OperatorError refused(String bucket, int status, String said) {
    var subject = ACTION + " into " + bucket;
    return switch (status) {
      case CONFLICT, TOO_MANY -> new TransientFailure(subject, said);
      default ->
          status >= BROKEN ? new TransientFailure(subject, said) : new RefusedByAws(subject, said);
    };
  }

  private static String said(int status, String xml) {
    var code = CODE.matcher(xml);
    var message = MESSAGE.matcher(xml);
    var named = code.find() ? code.group(1) : "HTTP " + status;
    return message.find() ? named + " (" + Withheld.from(message.group(1)) + ")" : named;
  }

  private static byte[] sha256(byte[] body) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(body);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
