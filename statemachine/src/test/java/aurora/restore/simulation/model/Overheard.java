package aurora.restore.simulation.model;

import aurora.restore.simulation.wire.HttpCall;
import aurora.restore.simulation.wire.HttpReply;
import aurora.restore.simulation.wire.WireObserver;
import com.fasterxml.jackson.databind.JsonNode;

/** Keeps the last answer that went over the wire to this thread, by the names of the model. */
public final class Overheard implements WireObserver {
  private static final ThreadLocal<JsonNode> LAST = new ThreadLocal<>();
  private static final ThreadLocal<Boolean> LISTENING = ThreadLocal.withInitial(() -> false);

  /** What is answered to {@code calls}; the last answer, where there are several. */
  static JsonNode answerTo(Runnable calls) {
    LISTENING.set(true);
    try {
      calls.run();
      return LAST.get();
    } finally {
      LISTENING.remove();
      LAST.remove();
    }
  }

  @Override
  public void answered(String service, HttpCall call, HttpReply reply) {
    if (LISTENING.get()) {
      var exchange = Exchange.of(service, ServiceModel.load(service), call, reply);
      LAST.set(exchange.answer(new Findings()));
    }
  }
}
