package aurora.restore.infra.carrier;

import aurora.restore.edge.Aws;
import aurora.restore.edge.Edge;
import aurora.restore.edge.Settings;
import aurora.restore.snapshot.WaitForCopyHandler;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;

/** The deployed handler, by an HTTP client that is handed over. */
abstract class Carried implements RequestStreamHandler {
  private final WaitForCopyHandler handler;

  Carried(SdkHttpClient carrier) {
    var environment = System.getenv();
    var settings = Settings.from(environment);
    var aws =
        new Aws(
            settings.region(),
            longest -> carrier,
            DefaultCredentialsProvider.builder().build(),
            Optional.ofNullable(environment.get("AWS_ENDPOINT_URL")).map(URI::create),
            AwsRetryStrategy::standardRetryStrategy);
    this.handler = new WaitForCopyHandler(new Edge(aws, InstantSource.system(), settings));
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    handler.handleRequest(event, answer, context);
  }
}
