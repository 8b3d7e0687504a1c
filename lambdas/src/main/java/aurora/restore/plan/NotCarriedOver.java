package aurora.restore.plan;

import aurora.restore.operation.SourceSnapshot;

/** What the source cluster has and its restore doesn't bring along. */
record NotCarriedOver(
    RestoreRequest request,
    SourceSnapshot snapshot,
    SourceCluster source,
    PreflightFindings findings) {
  void find() {
    warnOfDefaultGroup(
        InputKey.CLUSTER_PARAMETER_GROUP,
        request.cluster().parameterGroup(),
        source.parameterGroup());
    source
        .writer()
        .ifPresent(
            writer ->
                warnOfDefaultGroup(
                    InputKey.INSTANCE_PARAMETER_GROUP,
                    request.instances().parameterGroup(),
                    writer.parameterGroup()));
    if (source.isLimitless()) {
      findings.stop(
          InputKey.SNAPSHOT_ID,
          "snapshot " + snapshot.id() + " is of a cluster of Aurora Limitless Database",
          "restore it by hand: this pipeline makes no shard groups");
    }
    if (!source.leftBehind().isEmpty()) {
      findings.warn(
          "the source cluster has what no restore brings back: "
              + String.join("; ", source.leftBehind())
              + ". Set it up again where the restored cluster needs it");
    }
  }

  /** A group of the source's name in the target region may be another one: it isn't guessed. */
  private void warnOfDefaultGroup(InputKey key, String asked, String has) {
    if (asked == null && has != null && !has.startsWith("default.")) {
      findings.warn(
          (key == InputKey.CLUSTER_PARAMETER_GROUP
                  ? "the source cluster uses parameter group "
                  : "the source's writer uses parameter group ")
              + has
              + ", the restored one gets the engine's default: name "
              + key.key()
              + " to have another");
    }
  }
}
