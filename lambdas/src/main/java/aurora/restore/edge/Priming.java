package aurora.restore.edge;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Has the SDK do once what a function is about to have it do, so that its classes are loaded before
 * the first event: Lambda gives a container that starts a whole core, and one that handles an event
 * a share by its memory. Nothing leaves the container: the answers are made here.
 */
final class Priming {
  private Priming() {}

  /** Begins, on a thread of its own: meanwhile the container's own clients are made. */
  static Thread of(String region, List<Primed> services) {
    return Thread.ofPlatform().daemon().start(() -> services.forEach(it -> prime(it, region)));
  }

  static void prime(Primed service, String region) {
    try {
      call(service, region);
    } catch (RuntimeException e) {
      // The function does without: it will load by itself what it needs, and say what is wrong.
    }
  }

  static void call(Primed service, String region) {
    var aws =
        new Aws(
            region,
            longest -> new Answering(service.answer()),
            StaticCredentialsProvider.create(AwsBasicCredentials.create("none", "none")),
            Optional.empty(),
            AwsRetryStrategy::doNotRetry);
    service.call(aws, region);
  }

  /** Answers every call alike. */
  private record Answering(String answer) implements SdkHttpClient {
    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      return new ExecutableHttpRequest() {
        @Override
        public HttpExecuteResponse call() {
          var body = new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8));
          return HttpExecuteResponse.builder()
              .response(SdkHttpResponse.builder().statusCode(200).build())
              .responseBody(AbortableInputStream.create(body))
              .build();
        }

        @Override
        public void abort() {}
      };
    }

    @Override
    public void close() {}
  }
}
