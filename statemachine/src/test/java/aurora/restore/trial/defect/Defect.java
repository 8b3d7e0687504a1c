package aurora.restore.trial.defect;

import aurora.restore.world.World;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Something that the pipeline could do wrong.
 *
 * @param name in kebab-case
 * @param sentence what it does
 * @param planted brings it about in a world
 */
record Defect(String name, String sentence, Consumer<World> planted) {
  /** All of them, by subject. */
  static List<Defect> all() {
    return Stream.of(
            OwnershipDefects.all(),
            ClaimDefects.all(),
            WaitDefects.all(),
            VerificationDefects.all(),
            RequestDefects.all(),
            RecordDefects.all(),
            CleanUpDefects.all())
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public String toString() {
    return name;
  }
}
