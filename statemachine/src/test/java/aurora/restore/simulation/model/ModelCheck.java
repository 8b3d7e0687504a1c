package aurora.restore.simulation.model;

import aurora.restore.simulation.wire.HttpCall;
import aurora.restore.simulation.wire.HttpReply;
import aurora.restore.simulation.wire.WireObserver;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Ends a story whose requests or answers aren't what AWS's models say: an answer or an error of
 * another form, or a request that breaks the model and yet wasn't refused.
 */
public final class ModelCheck implements WireObserver {
  private static final Map<String, ServiceModel> MODELS = new ConcurrentHashMap<>();

  private static final String OF_S3 = "s3";

  private final Function<String, ServiceModel> models;

  /** With the models of AWS; called by {@link java.util.ServiceLoader}. */
  public ModelCheck() {
    this(service -> MODELS.computeIfAbsent(service, ServiceModel::load));
  }

  ModelCheck(Function<String, ServiceModel> models) {
    this.models = models;
  }

  @Override
  public void answered(String service, HttpCall call, HttpReply reply) {
    if (service.equals(OF_S3)) {
      return; // S3's protocol is in no dialect that models are read in; what it simulates is strict
    }
    var model = models.apply(service);
    var exchange = Exchange.of(service, model, call, reply);
    if (exchange.isRefused()) {
      exchange.requireKnownError();
    } else {
      exchange.requireRequest();
      exchange.requireAnswer();
    }
  }
}
