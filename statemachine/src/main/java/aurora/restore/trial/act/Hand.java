package aurora.restore.trial.act;

import aurora.restore.operation.Ownership;
import aurora.restore.simulation.rds.RdsKind;
import aurora.restore.simulation.rds.Resource;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.RdsException;
import software.amazon.awssdk.services.rds.model.Tag;

/** What people do by hand at the console to what the operation made. */
public sealed interface Hand extends Act {
  /** The cluster gets another name. */
  record RenameCluster() implements Hand {
    @Override
    public void happen(Scene scene) {
      toOurs(
          scene,
          this,
          RdsKind.CLUSTER,
          it ->
              scene
                  .console()
                  .modifyDBCluster(
                      call ->
                          call.dbClusterIdentifier(it.identifier())
                              .newDBClusterIdentifier("renamed-" + it.identifier())
                              .applyImmediately(true)));
    }
  }

  record StopCluster() implements Hand {
    @Override
    public void happen(Scene scene) {
      toOurs(
          scene,
          this,
          RdsKind.CLUSTER,
          it -> scene.console().stopDBCluster(call -> call.dbClusterIdentifier(it.identifier())));
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
      toOurs(
          scene,
          this,
          RdsKind.CLUSTER,
          it -> scene.console().startDBCluster(call -> call.dbClusterIdentifier(it.identifier())));
    }
  }

  record FailOver() implements Hand {
    @Override
    public void happen(Scene scene) {
      toOurs(
          scene,
          this,
          RdsKind.CLUSTER,
          it ->
              scene.console().failoverDBCluster(call -> call.dbClusterIdentifier(it.identifier())));
    }
  }

  /** The cluster is protected from deletion, or isn't any more. */
  record Protect(boolean on) implements Hand {
    @Override
    public void happen(Scene scene) {
      toOurs(
          scene,
          this,
          RdsKind.CLUSTER,
          it ->
              scene
                  .console()
                  .modifyDBCluster(
                      call ->
                          call.dbClusterIdentifier(it.identifier())
                              .deletionProtection(on)
                              .applyImmediately(true)));
    }
  }

  record ChangeRetention(int days) implements Hand {
    @Override
    public void happen(Scene scene) {
      toOurs(
          scene,
          this,
          RdsKind.CLUSTER,
          it ->
              scene
                  .console()
                  .modifyDBCluster(
                      call ->
                          call.dbClusterIdentifier(it.identifier())
                              .backupRetentionPeriod(days)
                              .applyImmediately(true)));
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
      toOurs(
          scene,
          this,
          RdsKind.CLUSTER,
          it -> {
            var console = scene.console();
            scene.world().resources().stream()
                .filter(member -> member.kind() == RdsKind.INSTANCE)
                .filter(member -> member.identifier().startsWith(it.identifier()))
                .filter(member -> !member.status().equals("deleting"))
                .forEach(
                    member -> {
                      scene.touch(member.arn(), this);
                      delete(console, member);
                    });
            console.deleteDBCluster(
                call -> call.dbClusterIdentifier(it.identifier()).skipFinalSnapshot(true));
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
          it ->
              scene
                  .console()
                  .deleteDBClusterSnapshot(
                      call -> call.dbClusterSnapshotIdentifier(it.identifier())));
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
      toOurs(
          scene,
          this,
          of,
          it ->
              scene
                  .console()
                  .removeTagsFromResource(
                      call -> call.resourceName(it.arn()).tagKeys(Ownership.TAG)));
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
      toOurs(
          scene,
          this,
          of,
          it -> tag(scene, it, Ownership.TAG, another ? "somebody-elses" : scene.operation()));
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
      toOurs(scene, this, of, it -> tag(scene, it, Ownership.HANDS_OFF_TAG, "true"));
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
      toOurs(
          scene,
          this,
          of,
          it ->
              scene
                  .console()
                  .removeTagsFromResource(
                      call -> call.resourceName(it.arn()).tagKeys(Ownership.HANDS_OFF_TAG)));
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

  private static void toOurs(Scene scene, Hand hand, RdsKind kind, Consumer<Resource> deed) {
    scene.ours(kind, false).ifPresent(it -> act(scene, hand, it, () -> deed.accept(it)));
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

  private static void tag(Scene scene, Resource it, String key, String value) {
    Map<String, String> tags = new TreeMap<>(Map.of(key, value));
    scene
        .console()
        .addTagsToResource(
            call ->
                call.resourceName(it.arn())
                    .tags(
                        tags.entrySet().stream()
                            .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()))
                            .map(Tag.Builder::build)
                            .toList()));
  }
}
