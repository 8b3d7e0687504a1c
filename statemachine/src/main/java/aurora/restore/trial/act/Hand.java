package aurora.restore.trial.act;

import aurora.restore.operation.Ownership;
import aurora.restore.simulation.rds.RdsKind;
import aurora.restore.simulation.rds.Resource;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.ModifyDbClusterRequest;
import software.amazon.awssdk.services.rds.model.RdsException;
import software.amazon.awssdk.services.rds.model.Tag;

/** What people do by hand at the console to what the operation made. */
public sealed interface Hand extends Act {
  /** The cluster gets another name. */
  record RenameCluster() implements Hand {
    @Override
    public void happen(Scene scene) {
      toCluster(
          scene,
          this,
          (console, id) ->
              console.modifyDBCluster(
                  call ->
                      call.dbClusterIdentifier(id)
                          .newDBClusterIdentifier("renamed-" + id)
                          .applyImmediately(true)));
    }
  }

  record StopCluster() implements Hand {
    @Override
    public void happen(Scene scene) {
      toCluster(
          scene, this, (console, id) -> console.stopDBCluster(it -> it.dbClusterIdentifier(id)));
    }
  }

  /** The cluster is stopped, and started once somebody misses it. */
  record StartCluster() implements Hand {
    private static final Duration MISSED_AFTER = Duration.ofHours(2);

    @Override
    public void happen(Scene scene) {
      new StopCluster().happen(scene);
      scene.world().after(MISSED_AFTER, () -> start(scene));
    }

    private void start(Scene scene) {
      toCluster(
          scene, this, (console, id) -> console.startDBCluster(it -> it.dbClusterIdentifier(id)));
    }
  }

  record FailOver() implements Hand {
    @Override
    public void happen(Scene scene) {
      toCluster(
          scene,
          this,
          (console, id) -> console.failoverDBCluster(it -> it.dbClusterIdentifier(id)));
    }
  }

  /** The cluster is protected from deletion, or isn't any more. */
  record Protect(boolean on) implements Hand {
    @Override
    public void happen(Scene scene) {
      change(scene, this, call -> call.deletionProtection(on));
    }
  }

  record ChangeRetention(int days) implements Hand {
    @Override
    public void happen(Scene scene) {
      change(scene, this, call -> call.backupRetentionPeriod(days));
    }
  }

  /** An instance goes: the writer, or the last reader. */
  record DeleteInstance(boolean last) implements Hand {
    @Override
    public void happen(Scene scene) {
      scene
          .ours(RdsKind.INSTANCE, last)
          .ifPresent(it -> act(scene, this, it, () -> delete(scene.console(), it)));
    }
  }

  /** The cluster goes with all its instances. */
  record DeleteCluster() implements Hand {
    @Override
    public void happen(Scene scene) {
      toCluster(
          scene,
          this,
          (console, id) -> {
            scene.world().resources().stream()
                .filter(member -> member.kind() == RdsKind.INSTANCE)
                .filter(member -> member.identifier().startsWith(id))
                .filter(member -> !member.status().equals("deleting"))
                .forEach(
                    member -> {
                      scene.touch(member.arn(), this);
                      delete(console, member);
                    });
            console.deleteDBCluster(it -> it.dbClusterIdentifier(id).skipFinalSnapshot(true));
          });
    }
  }

  record DeleteCopy() implements Hand {
    @Override
    public void happen(Scene scene) {
      toOurs(
          scene,
          this,
          RdsKind.CLUSTER_SNAPSHOT,
          (console, copy) ->
              console.deleteDBClusterSnapshot(
                  call -> call.dbClusterSnapshotIdentifier(copy.identifier())));
    }
  }

  /** Somebody deletes the snapshot that is being restored. */
  record DeleteSource() implements Hand {
    @Override
    public void happen(Scene scene) {
      var source = scene.input().get("source_region").asText();
      scene.world().resources().stream()
          .filter(it -> it.kind() == RdsKind.CLUSTER_SNAPSHOT && it.region().equals(source))
          .filter(it -> it.identifier().equals(scene.input().get("snapshot_id").asText()))
          .findFirst()
          .ifPresent(
              it -> {
                scene.world().rds(it.account(), source).withoutSnapshot(it.identifier());
                scene.touch(it.arn(), this);
                scene.note(kind());
              });
    }
  }

  /** The operation's tag comes off. */
  record TakeTagOff(RdsKind of) implements Hand {
    @Override
    public boolean changesTags() {
      return true;
    }

    @Override
    public void happen(Scene scene) {
      untag(scene, this, of, Ownership.TAG);
    }
  }

  /** The operation's tag is put on again, or another operation's in its place. */
  record PutTagOn(RdsKind of, boolean another) implements Hand {
    @Override
    public boolean changesTags() {
      return true;
    }

    @Override
    public void happen(Scene scene) {
      tag(scene, this, of, Ownership.TAG, another ? "somebody-elses" : scene.operation());
    }
  }

  /** The tag that keeps the pipeline away. */
  record HandsOff(RdsKind of) implements Hand {
    @Override
    public boolean changesTags() {
      return true;
    }

    @Override
    public void happen(Scene scene) {
      tag(scene, this, of, Ownership.HANDS_OFF_TAG, "true");
    }
  }

  /** And off again. */
  record HandsOn(RdsKind of) implements Hand {
    @Override
    public boolean changesTags() {
      return true;
    }

    @Override
    public void happen(Scene scene) {
      untag(scene, this, of, Ownership.HANDS_OFF_TAG);
    }
  }

  /** A cluster of somebody else is given the name and the tags that the operation's would have. */
  record TakeName() implements Hand {
    @Override
    public void happen(Scene scene) {
      var name = scene.input().path("cluster_id").asText("orders-" + scene.operation());
      var isThere =
          scene.world().resources().stream()
              .anyMatch(it -> it.kind() == RdsKind.CLUSTER && it.identifier().equals(name));
      if (!isThere) {
        scene.touch(scene.target().cluster(name).exists(), this);
        scene.note(kind());
      }
    }
  }

  /**
   * @param deed is handed the cluster's identifier
   */
  private static void toCluster(Scene scene, Hand hand, BiConsumer<RdsClient, String> deed) {
    toOurs(
        scene,
        hand,
        RdsKind.CLUSTER,
        (console, cluster) -> deed.accept(console, cluster.identifier()));
  }

  private static void change(
      Scene scene, Hand hand, Consumer<ModifyDbClusterRequest.Builder> change) {
    toCluster(
        scene,
        hand,
        (console, id) ->
            console.modifyDBCluster(
                call -> change.accept(call.dbClusterIdentifier(id).applyImmediately(true))));
  }

  private static void tag(Scene scene, Hand hand, RdsKind kind, String key, String value) {
    var tag = Tag.builder().key(key).value(value).build();
    toOurs(
        scene,
        hand,
        kind,
        (console, it) -> console.addTagsToResource(call -> call.resourceName(it.arn()).tags(tag)));
  }

  private static void untag(Scene scene, Hand hand, RdsKind kind, String key) {
    toOurs(
        scene,
        hand,
        kind,
        (console, it) ->
            console.removeTagsFromResource(call -> call.resourceName(it.arn()).tagKeys(key)));
  }

  private static void toOurs(
      Scene scene, Hand hand, RdsKind kind, BiConsumer<RdsClient, Resource> deed) {
    scene
        .ours(kind, false)
        .ifPresent(it -> act(scene, hand, it, () -> deed.accept(scene.console(), it)));
  }

  private static void act(Scene scene, Hand hand, Resource on, Runnable deed) {
    scene.touch(on.arn(), hand);
    try {
      deed.run();
      scene.note(hand.kind());
    } catch (RdsException e) {
      scene.note("refused by hand"); // RDS wouldn't: it is busy, or the thing has just gone
    }
  }

  private static void delete(RdsClient console, Resource instance) {
    console.deleteDBInstance(
        call -> call.dbInstanceIdentifier(instance.identifier()).skipFinalSnapshot(true));
  }
}
