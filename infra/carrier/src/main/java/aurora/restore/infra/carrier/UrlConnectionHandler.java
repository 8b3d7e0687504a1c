package aurora.restore.infra.carrier;

import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** By the JDK's own client, as it is deployed. */
public final class UrlConnectionHandler extends Carried {
  public UrlConnectionHandler() {
    super(UrlConnectionHttpClient.create());
  }
}
