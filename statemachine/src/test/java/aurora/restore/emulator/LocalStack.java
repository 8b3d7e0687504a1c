package aurora.restore.emulator;

import java.net.URI;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;

/** LocalStack in a container of Testcontainers. */
final class LocalStack implements Docker {
  /** The last tag that starts without an account: later ones ask for its token. */
  private static final String IMAGE = "localstack/localstack:4.14.0";

  @Override
  public boolean isThere() {
    return DockerClientFactory.instance().isDockerAvailable();
  }

  /** Never stopped here: all tests share it, and Testcontainers' reaper removes it afterwards. */
  @Override
  public URI start() {
    var container = new LocalStackContainer(IMAGE).withServices("dynamodb", "sns", "sqs");
    container.start();
    return container.getEndpoint();
  }
}
