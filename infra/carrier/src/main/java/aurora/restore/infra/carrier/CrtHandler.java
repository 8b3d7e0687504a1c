package aurora.restore.infra.carrier;

import software.amazon.awssdk.http.crt.AwsCrtHttpClient;

/** By the AWS Common Runtime, which is native code. */
public final class CrtHandler extends Carried {
  public CrtHandler() {
    super(AwsCrtHttpClient.create());
  }
}
