package aurora.restore.input;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** How far two words are apart. */
public final class Spelling {
  private Spelling() {}

  /**
   * The word that {@code misspelt} comes nearest to, by letters changed, added or left out; the
   * first of several.
   *
   * @param words at least one
   */
  public static String nearest(String misspelt, Collection<String> words) {
    return words.stream()
        .min(Comparator.comparingInt(word -> distance(misspelt, word)))
        .orElseThrow();
  }

  /** Levenshtein's distance, with case and the kind of separator passed over. */
  public static int distance(String left, String right) {
    var a = folded(left);
    var b = folded(right);
    var row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }

  private static String folded(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
