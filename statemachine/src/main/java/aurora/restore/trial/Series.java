package aurora.restore.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What many trials came to, one seed after the other. */
public final class Series {
  private final List<Verdict> broken = new ArrayList<>();
  private final Map<String, Integer> drawn = new TreeMap<>();
  private final Map<String, Integer> happened = new TreeMap<>();
  private final Digest digest = new Digest();
  private int trials;

  /** Adds the next seed's verdict. */
  public void add(Verdict verdict) {
    trials++;
    verdict.plan().kinds().forEach(kind -> drawn.merge(kind, 1, Integer::sum));
    verdict.happened().forEach((kind, count) -> happened.merge(kind, count, Integer::sum));
    digest.add(verdict.digest());
    if (verdict.isBroken()) {
      broken.add(verdict);
    }
  }

  public int trials() {
    return trials;
  }

  /** Those in which a promise was broken. */
  public List<Verdict> broken() {
    return broken;
  }

  /** How often each kind of act was planned. */
  public Map<String, Integer> drawn() {
    return drawn;
  }

  /** How often each kind of act came to pass. */
  public Map<String, Integer> happened() {
    return happened;
  }

  /** Over all trials so far; nothing can be added any more. */
  public String digest() {
    return digest.text();
  }
}
