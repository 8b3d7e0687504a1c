package aurora.restore.rehearsal;

import aurora.restore.simulation.sns.PublishedMessage;
import java.time.Instant;

/** Whoever watches a rehearsal. */
interface View {
  /** Nobody watches. */
  View NONE =
      new View() {
        @Override
        public void step(Instant at, Step step) {}

        @Override
        public void mail(PublishedMessage message) {}

        @Override
        public void end() {}
      };

  void step(Instant at, Step step);

  void mail(PublishedMessage message);

  /** Nothing follows. */
  void end();
}
