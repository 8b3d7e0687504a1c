package aurora.restore.infra.artifact;

import aurora.restore.simulation.wire.HttpCall;
import aurora.restore.simulation.wire.HttpReply;
import java.util.concurrent.CompletableFuture;

/** What a function's process lets be known, in the order in which it comes. */
sealed interface Signal {
  /** It has started, and asks for its first event. */
  record Ready() implements Signal {}

  /** It calls AWS, and waits for the answer. */
  record Called(HttpCall call, CompletableFuture<HttpReply> reply) implements Signal {}

  /** Its handler has answered. */
  record Answered(String requestId, byte[] payload) implements Signal {}

  /** Its handler has thrown: the error is the JSON that Lambda hands on. */
  record Failed(String requestId, byte[] error) implements Signal {}

  /** It couldn't start its handler. */
  record InitFailed(byte[] error) implements Signal {}

  /** It asked the Runtime API for something that there isn't. */
  record Unknown(String request) implements Signal {}

  record Exited(int status) implements Signal {}
}
