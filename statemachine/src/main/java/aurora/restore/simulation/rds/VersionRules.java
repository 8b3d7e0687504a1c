package aurora.restore.simulation.rds;

/** Which engine version a snapshot may be restored as. */
final class VersionRules {
  private VersionRules() {}

  /**
   * @param engine must be the snapshot's
   * @param version null for the engine's default in the region, which needn't be the snapshot's
   */
  static EngineVersion accept(
      EngineCatalogue catalogue, Snapshot snapshot, String engine, String version) {
    var own = snapshot.content.version();
    if (AuroraEngine.named(engine) != own.engine()) {
      throw Refusal.invalidCombination(
          "The engine %s doesn't match the engine %s of the snapshot"
              .formatted(engine, own.engine().wireName));
    }
    var wanted = version == null ? catalogue.defaultVersion(own.engine()) : version;
    var offered =
        catalogue
            .version(own.engine(), wanted)
            .orElseThrow(
                () ->
                    Refusal.invalidCombination(
                        "Cannot find version %s for %s".formatted(wanted, engine)));
    if (!catalogue.allowsUpgrade(own, offered)) {
      throw Refusal.invalidCombination(
          "The snapshot of version %s can't be restored as version %s: it is lower, or no target of an upgrade"
              .formatted(own.version(), wanted));
    }
    return offered;
  }
}
