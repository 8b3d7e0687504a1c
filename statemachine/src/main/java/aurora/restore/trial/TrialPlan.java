package aurora.restore.trial;

import aurora.restore.trial.act.Act;
import aurora.restore.trial.act.Part;
import aurora.restore.trial.act.Resident;
import aurora.restore.trial.act.Timed;
import aurora.restore.trial.act.Wish;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;

/**
 * What a trial will be, as its seed draws it. A part keeps its number whatever other parts are left
 * out.
 *
 * @param input of the first restore, without the wishes
 * @param sizeGib of the snapshot, which decides how long things take
 * @param tails whether some things stall, fail or take far longer by themselves
 */
public record TrialPlan(
    long seed, ObjectNode input, int sizeGib, boolean tails, List<Numbered> parts) {
  /** A part with its number, from 1. */
  public record Numbered(int number, Part part) {
    @Override
    public String toString() {
      return number + "  " + part;
    }
  }

  /** The plan of a seed. */
  public static TrialPlan drawn(long seed) {
    return new Drawing(seed).plan();
  }

  /** The same with these parts alone, by their numbers. */
  public TrialPlan only(Collection<Integer> numbers) {
    return new TrialPlan(
        seed,
        input,
        sizeGib,
        tails,
        parts.stream().filter(part -> numbers.contains(part.number())).toList());
  }

  public List<Integer> numbers() {
    return parts.stream().map(Numbered::number).toList();
  }

  /** The input of the first restore. */
  ObjectNode asked() {
    ObjectNode asked = input.deepCopy();
    parts.stream()
        .map(Numbered::part)
        .filter(Wish.class::isInstance)
        .forEach(wish -> asked.setAll(((Wish) wish).keys()));
    return asked;
  }

  List<Resident> residents() {
    return parts.stream()
        .map(Numbered::part)
        .filter(Resident.class::isInstance)
        .map(Resident.class::cast)
        .toList();
  }

  List<Timed> timed() {
    return parts.stream()
        .map(Numbered::part)
        .filter(Timed.class::isInstance)
        .map(Timed.class::cast)
        .toList();
  }

  /** The kinds of all acts that were drawn. */
  public List<String> kinds() {
    return timed().stream().map(Timed::act).map(Act::kind).toList();
  }
}
