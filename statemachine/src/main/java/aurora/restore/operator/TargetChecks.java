package aurora.restore.operator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.rds.model.AccountQuota;

/** What a restore would be put into. */
record TargetChecks(OperatorAws aws, String region) {
  /** What a restore makes one or more of. */
  private static final Set<String> NEEDED =
      Set.of("DBClusters", "DBInstances", "DBSubnetGroups", "ManualClusterSnapshots");

  private static final int LEAST_ADDRESSES = 8;

  List<Diagnosis> key(JsonNode input) {
    var key = input.path("kms_key_id").asText();
    return key.isEmpty()
        ? List.of()
        : List.of(SourceChecks.state(aws, region, key, "of the input"));
  }

  List<Diagnosis> subnets(JsonNode input) {
    var ids = new ArrayList<String>();
    input.path("subnet_ids").forEach(id -> ids.add(id.asText()));
    if (ids.isEmpty()) {
      return List.of(); // without an input there are none to look at
    }
    var subnets = aws.services().ec2(region).describeSubnets(it -> it.subnetIds(ids)).subnets();
    var found = new ArrayList<Diagnosis>();
    subnets.stream()
        .filter(it -> it.availableIpAddressCount() < LEAST_ADDRESSES)
        .forEach(
            it ->
                found.add(
                    Diagnosis.wrong(
                        "subnets",
                        it.subnetId()
                            + " has "
                            + it.availableIpAddressCount()
                            + " free addresses: free some, or name another")));
    var zones = subnets.stream().map(Subnet::availabilityZone).distinct().count();
    found.add(
        zones >= 2
            ? Diagnosis.well("subnets", subnets.size() + " in " + zones + " zones")
            : Diagnosis.wrong("subnets", "they lie in " + zones + " zone, and must in two"));
    return found;
  }

  List<Diagnosis> quotas() {
    var full =
        aws.services().rds(region).describeAccountAttributes().accountQuotas().stream()
            .filter(it -> NEEDED.contains(it.accountQuotaName()))
            .filter(it -> it.used() >= it.max())
            .map(TargetChecks::full)
            .toList();
    return full.isEmpty() ? List.of(Diagnosis.well("quotas", "there is room in " + region)) : full;
  }

  private static Diagnosis full(AccountQuota quota) {
    return Diagnosis.wrong(
        "quotas",
        "%s: %d of %d are used: delete what isn't needed, or have it raised"
            .formatted(quota.accountQuotaName(), quota.used(), quota.max()));
  }
}
