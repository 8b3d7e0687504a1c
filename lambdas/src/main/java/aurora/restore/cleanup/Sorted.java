package aurora.restore.cleanup;

import aurora.restore.operation.ForeignResource;
import aurora.restore.operation.KeptResource;
import aurora.restore.operation.OwnedResource;
import aurora.restore.rds.ResourceLookup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What there is of some names, sorted by what becomes of it.
 *
 * @param there all of it
 */
record Sorted(
    Set<OwnedResource> there,
    List<OwnedResource> goes,
    List<KeptResource> stays,
    List<ForeignResource> leftAlone) {

  static Sorted of(Collection<OwnedResource> names, ResourceLookup looks, Judgement judgement) {
    var there = new LinkedHashSet<OwnedResource>();
    var goes = new ArrayList<OwnedResource>();
    var stays = new ArrayList<KeptResource>();
    var leftAlone = new ArrayList<ForeignResource>();
    for (var name : names) {
      looks
          .at(name)
          .ifPresent(
              found -> {
                there.add(found.resource());
                switch (judgement.of(found)) {
                  case Fate.Goes() -> goes.add(found.resource());
                  case Fate.Stays(String why) -> stays.add(found.asKept(why));
                  case Fate.NotOurs(String owner) -> leftAlone.add(found.asForeign(owner));
                }
              });
    }
    return new Sorted(
        Collections.unmodifiableSet(there),
        List.copyOf(goes),
        List.copyOf(stays),
        List.copyOf(leftAlone));
  }
}
