package aurora.restore.rehearsal;

import aurora.restore.operator.CurrentStep;
import aurora.restore.simulation.sns.PublishedMessage;
import java.time.Instant;
import java.util.List;

/** Whoever watches a rehearsal. */
interface View {
  /** Nobody watches. */
  View NONE =
      new View() {
        @Override
        public void step(Instant at, CurrentStep step) {}

        @Override
        public void mail(PublishedMessage message) {}

        @Override
        public void redriven(Instant at, List<String> mended) {}

        @Override
        public void note(Instant at, String what) {}

        @Override
        public void end() {}
      };

  void step(Instant at, CurrentStep step);

  void mail(PublishedMessage message);

  /**
   * The execution failed and goes on from there.
   *
   * @param mended the faults that are gone now
   */
  void redriven(Instant at, List<String> mended);

  /** Something else happens, beside the steps of an execution. */
  void note(Instant at, String what);

  /** Nothing follows. */
  void end();
}
