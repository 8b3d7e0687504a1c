package aurora.restore.simulation.s3;

import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Service;
import aurora.restore.simulation.strict.NotModelledError;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The buckets of all accounts: their names are one another's in all regions. */
public final class SimulatedS3 {
  private static final String CHECKSUM = "x-amz-checksum-sha256";
  private static final String CONTENT = "x-amz-content-sha256";
  private static final String UNLESS_THERE = "If-None-Match";

  /** What a request may say: what it doesn't name is another request than S3 would see. */
  private static final Set<String> HEADERS =
      Set.of(
          "authorization",
          "content-length",
          "content-type",
          "host",
          "if-none-match",
          CHECKSUM,
          CONTENT,
          "x-amz-date",
          "x-amz-security-token");

  private final Map<String, Bucket> buckets = new TreeMap<>();

  /** The service {@code s3}: {@code PutObject}. */
  public Service service() {
    return new Service("s3", Service.Protocol.REST_XML)
        .on("PutObject", PutObject::builder, this::put);
  }

  /** A new empty bucket. */
  public Bucket bucket(String name, String account, String region) {
    var bucket = new Bucket(account, region);
    if (buckets.putIfAbsent(name, bucket) != null) {
      throw new IllegalArgumentException("there is a bucket " + name + " already");
    }
    return bucket;
  }

  /** A bucket by its name. */
  public Optional<Bucket> find(String name) {
    return Optional.ofNullable(buckets.get(name));
  }

  /** From now on there is no such bucket. */
  public void delete(String name) {
    buckets.remove(name);
  }

  /** Amazon S3 API Reference, PutObject, and "List of error codes". */
  private Stored put(Caller caller, PutObject request) {
    for (var header : request.headers().keySet()) {
      if (!HEADERS.contains(header.toLowerCase(Locale.ROOT))) {
        throw new NotModelledError("PutObject with the header " + header);
      }
    }
    var bucket =
        find(request.bucket())
            .orElseThrow(
                () -> new AwsError("NoSuchBucket", 404, "The specified bucket does not exist"));
    if (!bucket.region().equals(caller.region())) {
      throw new AwsError(
          "PermanentRedirect",
          301,
          "The bucket you are attempting to access must be addressed using the specified endpoint."
              + " Please send all future requests to this endpoint.");
    }
    if (!bucket.account().equals(caller.account())) {
      throw new AwsError("AccessDenied", 403, "Access Denied");
    }
    requireChecksums(bucket, request);
    return stored(bucket, request);
  }

  private static Stored stored(Bucket bucket, PutObject request) {
    var key = URLDecoder.decode(request.key().replace("+", "%2B"), StandardCharsets.UTF_8);
    var unlessThere = request.headers().get(UNLESS_THERE);
    if (unlessThere != null && !unlessThere.equals("*")) {
      throw new NotModelledError("PutObject with If-None-Match: " + unlessThere);
    }
    if (unlessThere != null && bucket.has(key)) {
      throw new AwsError(
          "PreconditionFailed",
          412,
          "At least one of the pre-conditions you specified did not hold");
    }
    bucket.put(key, request.body());
    var headers = new TreeMap<String, String>();
    headers.put("ETag", "\"" + HexFormat.of().formatHex(digest("MD5", request.body())) + "\"");
    Optional.ofNullable(request.headers().get(CHECKSUM))
        .ifPresent(sum -> headers.put(CHECKSUM, sum));
    return new Stored(headers);
  }

  private static void requireChecksums(Bucket bucket, PutObject request) {
    var sum = request.headers().get(CHECKSUM);
    if (sum == null && bucket.isLocked()) {
      throw new AwsError(
          "InvalidRequest",
          400,
          "Content-MD5 OR x-amz-checksum- HTTP header is required for Put Object requests with"
              + " Object Lock parameters");
    }
    var digest = digest("SHA-256", request.body());
    if (sum != null && !sum.equals(Base64.getEncoder().encodeToString(digest))) {
      throw new AwsError(
          "BadDigest", 400, "The SHA256 you specified did not match the calculated checksum.");
    }
    var signed = request.headers().get(CONTENT);
    if (!HexFormat.of().formatHex(digest).equals(signed)) {
      throw new AwsError(
          "XAmzContentSHA256Mismatch",
          400,
          "The provided 'x-amz-content-sha256' header does not match what was computed.");
    }
  }

  private static byte[] digest(String algorithm, byte[] body) {
    try {
      return MessageDigest.getInstance(algorithm).digest(body);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has " + algorithm, e);
    }
  }
}
