package aurora.restore.evidence;

import aurora.restore.audit.Schema;
import aurora.restore.evidence.Breach.Kind;
import aurora.restore.evidence.Evidence.Link;
import aurora.restore.evidence.Evidence.Trail;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An operation's trail as a chain: the link of each row is the digest of the link before it and of
 * the row itself, so that no row can be altered, removed, inserted or moved and the last link stay
 * the same. The first link is that of the operation's id.
 *
 * <p>Rows are handed over as {@link aurora.restore.audit.Attributes#json} gives them, in the order
 * of their {@code entry}, as DynamoDB answers a query.
 */
public final class Chain {
  private static final String BEGINNING = "aurora-restore/trail/1\n";

  private Chain() {}

  /**
   * The bytes of a row that its link is made of: its canonical JSON in UTF-8. {@code ttl} is left
   * out, for it says how long the row is kept and nothing of what happened.
   */
  public static byte[] canonical(JsonNode row) {
    ObjectNode told = row.deepCopy();
    told.remove(Schema.TIME_TO_LIVE);
    return Canonical.text(told).getBytes(StandardCharsets.UTF_8);
  }

  /** The trail as evidence tells it: every row's name and link, and the last link. */
  public static Trail of(String operationId, List<? extends JsonNode> rows) {
    var links = new ArrayList<Link>();
    var last = beginning(operationId);
    for (var row : linked(rows)) {
      last = Sha256.of(last, canonical(row));
      links.add(new Link(entry(row), row.path("event").asText(), Sha256.hex(last)));
    }
    return new Trail(List.copyOf(links), Sha256.hex(last));
  }

  /**
   * What differs between a trail as evidence tells it and the rows that there are: empty where
   * nothing does. Each row is named on its own: one that was altered doesn't make those after it
   * suspect.
   *
   * @param before the evidence's own {@code entry}: rows from there on came later, and aren't
   *     looked at
   */
  public static List<Breach> breaches(
      String operationId, Trail told, List<? extends JsonNode> rows, String before) {
    var there = new LinkedHashMap<String, JsonNode>();
    var breaches = new ArrayList<Breach>();
    var previous = "";
    for (var row : linked(rows)) {
      var entry = entry(row);
      if (entry.compareTo(before) < 0) {
        if (entry.compareTo(previous) <= 0) {
          breaches.add(new Breach(Kind.MOVED, entry));
        }
        there.put(entry, row);
        previous = entry;
      }
    }
    compare(operationId, told, there, breaches);
    for (var entry : there.keySet()) {
      if (told.events().stream().noneMatch(link -> link.entry().equals(entry))) {
        breaches.add(new Breach(Kind.INSERTED, entry));
      }
    }
    return List.copyOf(breaches);
  }

  /** A note of orphans isn't the operation's, and stands before what was there when it came. */
  private static List<? extends JsonNode> linked(List<? extends JsonNode> rows) {
    return rows.stream()
        .filter(row -> !row.path("event").asText().equals(Schema.ORPHANED))
        .toList();
  }

  /** Each link by the one before it as it is told, for the whole list is what was signed. */
  private static void compare(
      String operationId, Trail told, Map<String, JsonNode> there, List<Breach> breaches) {
    var link = Sha256.hex(beginning(operationId));
    var entry = "";
    for (var event : told.events()) {
      var row = there.get(event.entry());
      if (event.entry().compareTo(entry) <= 0) {
        breaches.add(new Breach(Kind.MOVED, event.entry()));
      } else if (row == null) {
        breaches.add(new Breach(Kind.REMOVED, event.entry()));
      } else if (!event.digest().equals(next(link, row))) {
        breaches.add(new Breach(Kind.ALTERED, event.entry()));
      }
      link = event.digest();
      entry = event.entry();
    }
    if (!told.digest().equals(link)) {
      breaches.add(new Breach(Kind.CUT, entry));
    }
  }

  private static String next(String link, JsonNode row) {
    return Sha256.hex(Sha256.of(Sha256.bytes(link), canonical(row)));
  }

  private static byte[] beginning(String operationId) {
    return Sha256.of(BEGINNING + operationId);
  }

  private static String entry(JsonNode row) {
    return row.path(Schema.ENTRY).asText();
  }
}
