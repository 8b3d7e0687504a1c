package aurora.restore.house;

import aurora.restore.edge.Json;
import aurora.restore.world.WorldDescription;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The JSON schema of a world's file: its names and types are those of {@link WorldDescription}, so
 * that it can't say anything else; what they mean is written here, one line for each.
 */
final class WorldSchema {
  /**
   * A line for each: a record and its key, and what that means. A mark of {@code !} in front says
   * that it can't be left out.
   */
  private static final Map<String, String> MEANINGS =
      """
      WorldDescription.account !The twelve digits of the account that restores.
      WorldDescription.starts_at !When the rehearsal begins, in simulated time.
      WorldDescription.clusters Clusters, with their writers.
      WorldDescription.snapshots Cluster snapshots.
      WorldDescription.keys KMS keys.
      WorldDescription.vpcs VPCs, with their subnets and security groups.
      WorldDescription.parameter_groups Parameter groups.
      WorldDescription.missing What a region doesn't offer although others do.
      WorldDescription.regions_not_enabled Regions that the account hasn't enabled.
      Cluster.region !Its region.
      Cluster.id !Its identifier.
      Cluster.engine !aurora-mysql or aurora-postgresql.
      Cluster.engine_version !Its engine's version.
      Cluster.status Default: available.
      Cluster.port Its port. Default: the engine's.
      Cluster.kms_key_id The id of a listed key of its region. Without it: plain.
      Cluster.instance_class The class of its writer, named ID-1; or see instances.
      Cluster.min_capacity Least capacity units of a serverless cluster.
      Cluster.max_capacity Most capacity units of a serverless cluster.
      Cluster.parameter_group Its parameter group, which must be listed.
      Cluster.backup_retention_days How long automated backups are kept.
      Cluster.log_exports The logs that it sends to CloudWatch.
      Cluster.tags Its tags.
      Cluster.settings What a restore resets unless it is passed on.
      Cluster.ties What a restore can't carry over.
      Cluster.instances Its instances; the first one writes.
      Settings.storage_type aurora or aurora-iopt1.
      Settings.engine_lifecycle_support open-source-rds-extended-support, or with -disabled.
      Settings.engine_mode provisioned, serverless, parallelquery, global or multimaster.
      Settings.cluster_scalability_type standard, or limited for a Limitless cluster.
      Settings.network_type IPV4 or DUAL.
      Settings.backtrack_window Seconds, of Aurora MySQL; 0 is off.
      Settings.preferred_backup_window hh24:mi-hh24:mi. Default: drawn.
      Settings.preferred_maintenance_window ddd:hh24:mi-ddd:hh24:mi. Default: drawn.
      Settings.database_insights_mode standard or advanced.
      Settings.http_endpoint_enabled Whether the Data API is enabled.
      Settings.iam_database_authentication_enabled Whether IAM may log in.
      Settings.deletion_protection Whether it can't be deleted.
      Settings.seconds_until_auto_pause 300 to 86400, with min_capacity 0.
      Ties.associated_roles ARNs of IAM roles that it may take.
      Ties.custom_endpoints Names of custom endpoints.
      Ties.domain The Active Directory of its Kerberos authentication.
      Ties.local_write_forwarding Whether its readers forward writes.
      Ties.global_write_forwarding Whether it forwards writes to the primary cluster.
      Ties.activity_stream Whether an activity stream is on.
      Ties.primary_of The global database that it is the primary cluster of.
      Ties.secondary_of The global database that it is a secondary cluster of.
      Ties.read_replicas ARNs of clusters that replicate from it.
      Ties.replica_of ARN of the cluster that it replicates from.
      Instance.id !Its identifier.
      Instance.instance_class !Its class, e.g. db.r6g.large.
      Instance.parameter_group Its parameter group, which must be listed.
      Instance.promotion_tier 0 to 15. Default: 1.
      Instance.publicly_accessible Whether it has a public address.
      Instance.auto_minor_version_upgrade Default: true.
      Instance.monitoring_interval Seconds: 0, 1, 5, 10, 15, 30 or 60.
      Instance.monitoring_role_arn The role of enhanced monitoring.
      Instance.performance_insights_enabled Whether Performance Insights is on.
      Instance.performance_insights_retention_period Days. Default: 7.
      Instance.performance_insights_kms_key_id The ARN of its key.
      Instance.ca_certificate_identifier Default: rds-ca-rsa2048-g1.
      Instance.tags Its tags.
      Snapshot.region !Its region.
      Snapshot.id !Its identifier; an automated one's begins with rds:.
      Snapshot.account Whose it is; another's is shared with ours. Default: ours.
      Snapshot.cluster_id The cluster that it was taken of.
      Snapshot.status Default: available.
      Snapshot.age_hours How old it is at the beginning. Default: 6.
      Snapshot.size_gib Its size, which RDS doesn't tell. Default: 100.
      Snapshot.engine aurora-mysql or aurora-postgresql; with engine_version.
      Snapshot.engine_version Its engine's version; with engine.
      Snapshot.port The port of its cluster, which RDS doesn't tell. Default: the engine's.
      Snapshot.kms_key_id The id of a listed key of its region. Without it: plain.
      Snapshot.storage_type aurora or aurora-iopt1.
      Snapshot.engine_mode As a cluster's.
      Snapshot.untimed Whether no answer shows when it was created.
      Snapshot.tags Its tags.
      Key.region !Its region.
      Key.account Whose it is; another's admits ours. Default: ours.
      Key.id !Its id, not its ARN.
      Key.alias An alias, as alias/NAME.
      Key.state Its state, e.g. Disabled. Default: Enabled.
      Key.managed_by_aws Whether it is a service's own default key.
      Vpc.region !Its region.
      Vpc.id !Its id.
      Vpc.subnets Its subnets.
      Vpc.security_group_ids The ids of its security groups.
      Subnet.id !Its id.
      Subnet.zone !Its availability zone, e.g. us-west-2a.
      Subnet.free_addresses How many addresses are left in it. Default: 200.
      Subnet.dual_stack Whether it has IPv6 addresses too.
      ParameterGroup.region !Its region.
      ParameterGroup.kind !cluster or instance.
      ParameterGroup.name !Its name.
      ParameterGroup.family !Its family, e.g. aurora-mysql8.0.
      Missing.region !The region.
      Missing.instance_class A class that can't be ordered there.
      Missing.engine_version A version that isn't offered there.
      """
          .lines()
          .map(line -> line.split(" ", 2))
          .collect(Collectors.toUnmodifiableMap(line -> line[0], line -> line[1]));

  private final Set<String> described = new HashSet<>();

  private WorldSchema() {}

  /**
   * The schema's text.
   *
   * @throws IllegalStateException naming a key without a meaning, or a meaning without a key
   */
  static String json() {
    var schema = new WorldSchema();
    var root = Json.MAPPER.createObjectNode();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.put("title", "What exists before a rehearsal begins");
    root.setAll(schema.ofRecord(WorldDescription.class));
    var unused = new HashSet<>(MEANINGS.keySet());
    unused.removeAll(schema.described);
    if (!unused.isEmpty()) {
      throw new IllegalStateException("no world has " + unused);
    }
    try {
      return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts can always be written", e);
    }
  }

  private ObjectNode ofRecord(Class<?> type) {
    var schema = Json.MAPPER.createObjectNode();
    schema.put("type", "object");
    var required = new ArrayList<String>();
    var properties = Json.MAPPER.createObjectNode();
    for (var component : type.getRecordComponents()) {
      var key = SnakeCaseStrategy.INSTANCE.translate(component.getName());
      var meaning = meaning(type, key);
      if (meaning.startsWith("!")) {
        required.add(key);
      }
      properties.set(key, property(component, meaning.replaceFirst("^!", "")));
    }
    if (!required.isEmpty()) {
      required.forEach(schema.putArray("required")::add);
    }
    schema.set("properties", properties);
    schema.put("additionalProperties", false);
    return schema;
  }

  private ObjectNode property(RecordComponent component, String meaning) {
    var property = Json.MAPPER.createObjectNode();
    property.put("description", meaning);
    property.setAll(of(component.getGenericType()));
    return property;
  }

  private ObjectNode of(Type type) {
    var schema = Json.MAPPER.createObjectNode();
    if (type instanceof ParameterizedType generic) {
      var arguments = generic.getActualTypeArguments();
      if (generic.getRawType() == List.class) {
        schema.put("type", "array");
        schema.set("items", of(arguments[0]));
        return schema;
      }
      if (generic.getRawType() == Map.class && arguments[0] == String.class) {
        schema.put("type", "object");
        schema.set("additionalProperties", of(arguments[1]));
        return schema;
      }
    } else if (type == String.class) {
      return schema.put("type", "string");
    } else if (type == Instant.class) {
      return schema.put("type", "string").put("format", "date-time");
    } else if (type == Integer.class || type == Long.class) {
      return schema.put("type", "integer");
    } else if (type == Double.class) {
      return schema.put("type", "number");
    } else if (type == Boolean.class) {
      return schema.put("type", "boolean");
    } else if (type instanceof Class<?> record && record.isRecord()) {
      return ofRecord(record);
    }
    throw new IllegalStateException("the schema has no word for " + type);
  }

  private String meaning(Class<?> type, String key) {
    var name = type.getSimpleName() + "." + key;
    var meaning = MEANINGS.get(name);
    if (meaning == null) {
      throw new IllegalStateException("say what " + name + " means");
    }
    described.add(name);
    return meaning;
  }
}
