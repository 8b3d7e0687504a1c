package aurora.restore.rds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DbClusterNotFoundException;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesResponse;
import software.amazon.awssdk.services.rds.model.RdsException;

/** What an account has that no simulated one can: instances outside clusters, odd refusals. */
class ResourceLookupTest {
  private final DBCluster cluster =
      DBCluster.builder().dbClusterIdentifier("orders").dbSubnetGroup("ours").build();

  private final DBInstance single =
      DBInstance.builder()
          .dbInstanceIdentifier("reports")
          .dbSubnetGroup(group -> group.dbSubnetGroupName("ours"))
          .build();

  private final DBInstance ungrouped = DBInstance.builder().dbInstanceIdentifier("old").build();

  @Test
  void clustersThenInstancesAreFoundByTheSubnetGroupTheyLiveIn() {
    var users = new ResourceLookup(new RdsLookup(new Shown())).bySubnetGroup();

    assertThat(users).containsOnlyKeys("ours");
    assertThat(users.get("ours"))
        .extracting(user -> user.resource().id())
        .containsExactly("orders", "reports");
  }

  @Test
  void refusalIsNoAbsence() {
    var denied = RdsException.builder().message("not authorized").build();
    assertThatThrownBy(() -> new RdsLookup(new Refusing(denied)).cluster("orders"))
        .isSameAs(denied);

    var absent = DbClusterNotFoundException.builder().message("orders isn't there").build();
    assertThat(new RdsLookup(new Refusing(absent)).cluster("orders")).isEmpty();
  }

  private abstract static class Client implements RdsClient {
    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }

  private static final class Refusing extends Client {
    private final AwsServiceException refusal;

    Refusing(AwsServiceException refusal) {
      this.refusal = refusal;
    }

    @Override
    public DescribeDbClustersResponse describeDBClusters(DescribeDbClustersRequest request) {
      throw refusal;
    }
  }

  private final class Shown extends Client {
    @Override
    public DescribeDbClustersResponse describeDBClusters(DescribeDbClustersRequest request) {
      return DescribeDbClustersResponse.builder().dbClusters(List.of(cluster)).build();
    }

    @Override
    public DescribeDbInstancesResponse describeDBInstances(DescribeDbInstancesRequest request) {
      return DescribeDbInstancesResponse.builder().dbInstances(single, ungrouped).build();
    }
  }
}
