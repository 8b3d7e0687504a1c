package aurora.restore.evidence;

import aurora.restore.evidence.Evidence.Resource;
import aurora.restore.operation.Arn;
import aurora.restore.operation.OwnedResource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an operation has made and what of it is gone, by what the trail told and when. */
final class Inventory {
  private final String recorder;
  private final String region;
  private final Map<OwnedResource, Resource> standing = new LinkedHashMap<>();
  private final List<Resource> removed = new ArrayList<>();

  private Inventory(String recorder, String region) {
    this.recorder = recorder;
    this.region = region;
  }

  /**
   * What is there now comes last. What nobody saw to be there, only asked for, has no time.
   *
   * @param recorder the ARN of the execution that has the evidence written, in the same account
   */
  static List<Resource> of(Facts facts, String recorder) {
    var region = facts.plan() == null ? new Arn(recorder).region() : facts.plan().targetRegion();
    var inventory = new Inventory(recorder, region);
    facts.trail().forEach(inventory::read);
    if (facts.row() != null && facts.row().resources() != null) {
      facts.row().resources().forEach(it -> inventory.note(it, inventory.region, null));
    }
    var all = new ArrayList<>(inventory.removed);
    all.addAll(inventory.standing.values());
    return List.copyOf(all);
  }

  private void read(TrailRow row) {
    if (row.resources() != null) {
      row.resources().forEach(it -> note(it.resource(), it.region(), row.at()));
    }
    if (row.cleanUpReport() != null) {
      row.cleanUpReport().deleted().forEach(it -> remove(it, row.at()));
    }
  }

  private void note(OwnedResource resource, String where, Instant at) {
    standing.computeIfAbsent(
        resource,
        it ->
            new Resource(
                it.kind().label(), it.id(), arn(it, where == null ? region : where), at, null));
  }

  private void remove(OwnedResource resource, Instant at) {
    note(resource, region, null);
    var gone = standing.remove(resource);
    removed.add(new Resource(gone.type(), gone.id(), gone.arn(), gone.madeAt(), at));
  }

  private String arn(OwnedResource resource, String where) {
    var kind =
        switch (resource.kind()) {
          case INSTANCE -> "db";
          case CLUSTER -> "cluster";
          case CLUSTER_SNAPSHOT -> "cluster-snapshot";
          case SUBNET_GROUP -> "subgrp";
        };
    return String.join(
        ":",
        "arn",
        new Arn(recorder).partition(),
        "rds",
        where,
        new Arn(recorder).account(),
        kind,
        resource.id());
  }
}
