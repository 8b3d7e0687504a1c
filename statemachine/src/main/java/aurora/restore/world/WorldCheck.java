package aurora.restore.world;

import static java.util.Objects.requireNonNullElse;

import aurora.restore.simulation.rds.Offer;
import aurora.restore.world.WorldDescription.Key;
import aurora.restore.world.WorldDescription.Missing;
import aurora.restore.world.WorldDescription.ParameterGroup;
import aurora.restore.world.WorldDescription.Snapshot;
import aurora.restore.world.WorldDescription.Vpc;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import software.amazon.awssdk.services.kms.model.KeyState;

/** Whether the values of a world's file can be so in AWS: everything that can't, at once. */
final class WorldCheck {
  private static final List<String> SNAPSHOT_STATUSES =
      List.of("available", "copying", "creating", "deleting", "failed");

  /** Snapshots of one kind more than Aurora restores: old or other engine modes. */
  static final List<String> ENGINE_MODES =
      List.of("provisioned", "serverless", "parallelquery", "global", "multimaster");

  static final List<String> STORAGE_TYPES = List.of("aurora", "aurora-iopt1");
  private static final int MOST_YEARS_HOURS = 20 * 366 * 24;

  private final WorldDescription world;
  private final WorldFindings findings = new WorldFindings();

  private WorldCheck(WorldDescription world) {
    this.world = world;
  }

  /** Empty where nothing is wrong. */
  static List<String> of(WorldDescription world) {
    var check = new WorldCheck(world);
    check.check();
    return check.findings.all();
  }

  private void check() {
    if (findings.given("account", world.account())) {
      findings.account("account", world.account());
    }
    findings.given("starts_at", world.startsAt());
    var clusters = new ClusterCheck(findings);
    each("clusters", world.clusters(), clusters::check);
    each("snapshots", world.snapshots(), this::check);
    each("keys", world.keys(), this::check);
    each("vpcs", world.vpcs(), this::check);
    each("parameter_groups", world.parameterGroups(), this::check);
    each("missing", world.missing(), this::check);
    each("regions_not_enabled", world.regionsNotEnabled(), findings::region);
  }

  private interface Checked<T> {
    void check(String place, T item);
  }

  private <T> void each(String list, List<T> items, Checked<T> checked) {
    var listed = WorldBuilder.each(items);
    for (int i = 0; i < listed.size(); i++) {
      var place = "%s[%d]".formatted(list, i);
      if (findings.given(place, listed.get(i))) {
        checked.check(place, listed.get(i));
      }
    }
  }

  private void check(String place, Snapshot snapshot) {
    findings.region(place + ".region", snapshot.region());
    findings.account(place + ".account", snapshot.account());
    if (findings.given(place + ".id", snapshot.id())) {
      var owner = requireNonNullElse(snapshot.account(), world.account());
      findings.once(
          place + ".id",
          "snapshot %s of account %s in %s"
              .formatted(snapshot.id().toLowerCase(Locale.ROOT), owner, snapshot.region()));
    }
    findings.oneOf(place + ".status", snapshot.status(), SNAPSHOT_STATUSES);
    findings.between(place + ".age_hours", snapshot.ageHours(), 0, MOST_YEARS_HOURS);
    findings.atLeast(place + ".size_gib", snapshot.sizeGib(), 1);
    findings.oneOf(place + ".engine", snapshot.engine(), Offer.engines());
    if (snapshot.engine() != null) {
      findings.given(place + ".engine_version", snapshot.engineVersion());
    }
    if (snapshot.engineVersion() != null) {
      findings.given(place + ".engine", snapshot.engine());
    }
    findings.engineVersion(place + ".engine_version", snapshot.engine(), snapshot.engineVersion());
    if (snapshot.port() != null && snapshot.port() != 0) {
      findings.between(place + ".port", snapshot.port(), 1150, 65_535);
    }
    findings.oneOf(place + ".storage_type", snapshot.storageType(), STORAGE_TYPES);
    findings.oneOf(place + ".engine_mode", snapshot.engineMode(), ENGINE_MODES);
    findings.tags(place + ".tags", snapshot.tags());
  }

  private void check(String place, Key key) {
    findings.region(place + ".region", key.region());
    findings.account(place + ".account", key.account());
    var owner = requireNonNullElse(key.account(), world.account());
    var where = "of account %s in %s".formatted(owner, key.region());
    if (findings.given(place + ".id", key.id())) {
      findings.once(place + ".id", "key %s %s".formatted(key.id(), where));
    }
    if (key.alias() != null) {
      if (!key.alias().startsWith("alias/")) {
        findings.add(place + ".alias", key.alias() + " doesn't begin with alias/");
      }
      findings.once(place + ".alias", "key %s %s".formatted(key.alias(), where));
    }
    findings.oneOf(
        place + ".state",
        key.state(),
        Stream.of(KeyState.values())
            .filter(state -> state != KeyState.UNKNOWN_TO_SDK_VERSION)
            .map(KeyState::toString)
            .toList());
  }

  private void check(String place, Vpc vpc) {
    findings.region(place + ".region", vpc.region());
    if (findings.given(place + ".id", vpc.id())) {
      findings.once(place + ".id", "VPC " + vpc.id());
    }
    each(
        place + ".subnets",
        vpc.subnets(),
        (at, subnet) -> {
          if (findings.given(at + ".id", subnet.id())) {
            findings.once(at + ".id", "subnet " + subnet.id());
          }
          findings.zone(at + ".zone", subnet.zone(), vpc.region());
          findings.atLeast(at + ".free_addresses", subnet.freeAddresses(), 0);
        });
    each(
        place + ".security_group_ids",
        vpc.securityGroupIds(),
        (at, id) -> findings.once(at, "security group " + id));
  }

  private void check(String place, ParameterGroup group) {
    findings.region(place + ".region", group.region());
    if (findings.given(place + ".kind", group.kind())) {
      findings.oneOf(place + ".kind", group.kind(), List.of("cluster", "instance"));
    }
    if (findings.given(place + ".name", group.name())) {
      findings.once(
          place + ".name",
          "%s parameter group %s in %s"
              .formatted(group.kind(), group.name().toLowerCase(Locale.ROOT), group.region()));
    }
    if (findings.given(place + ".family", group.family())
        && !group.family().matches("aurora-(mysql[0-9.]+|postgresql[0-9]+)")) {
      findings.oneOf(place + ".family", group.family(), Offer.families());
    }
  }

  private void check(String place, Missing missing) {
    findings.region(place + ".region", missing.region());
    if (missing.instanceClass() == null && missing.engineVersion() == null) {
      findings.add(place, "names neither instance_class nor engine_version");
    }
    findings.oneOf(place + ".instance_class", missing.instanceClass(), Offer.classes());
    if (missing.engineVersion() != null) {
      var engine = missing.engineVersion().contains("mysql") ? "aurora-mysql" : "aurora-postgresql";
      findings.oneOf(place + ".engine_version", missing.engineVersion(), Offer.versions(engine));
    }
    findings.once(
        place,
        "lack of %s %s in %s"
            .formatted(missing.instanceClass(), missing.engineVersion(), missing.region()));
  }
}
