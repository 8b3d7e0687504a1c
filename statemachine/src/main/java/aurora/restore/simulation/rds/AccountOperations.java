package aurora.restore.simulation.rds;

import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Service;
import java.util.Arrays;
import software.amazon.awssdk.services.rds.model.AccountQuota;
import software.amazon.awssdk.services.rds.model.DescribeAccountAttributesRequest;
import software.amazon.awssdk.services.rds.model.DescribeAccountAttributesResponse;

/** An account's quotas in a region, and how much of each is used. */
final class AccountOperations {
  private final RdsState cloud;

  AccountOperations(RdsState cloud) {
    this.cloud = cloud;
  }

  void register(Service service) {
    service.on(
        "DescribeAccountAttributes", DescribeAccountAttributesRequest::builder, this::describe);
  }

  private DescribeAccountAttributesResponse describe(
      Caller caller, DescribeAccountAttributesRequest request) {
    var region = cloud.region(caller);
    return DescribeAccountAttributesResponse.builder()
        .accountQuotas(
            Arrays.stream(Quota.values())
                .map(
                    quota ->
                        AccountQuota.builder()
                            .accountQuotaName(quota.wireName())
                            .used((long) region.used(quota, cloud.now()))
                            .max((long) region.max(quota))
                            .build())
                .toList())
        .build();
  }
}
