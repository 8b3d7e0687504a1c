package aurora.restore.simulation.rds;

import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Operation;
import aurora.restore.simulation.Service;
import aurora.restore.simulation.ec2.SimulatedEc2;
import aurora.restore.simulation.kms.KmsKey;
import aurora.restore.simulation.kms.SimulatedKms;
import aurora.restore.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.rds.model.CopyDbClusterSnapshotRequest;
import software.amazon.awssdk.services.rds.model.CopyDbClusterSnapshotResponse;
import software.amazon.awssdk.services.rds.model.CreateDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.CreateDbInstanceResponse;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterSnapshotsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterSnapshotsResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesResponse;
import software.amazon.awssdk.services.rds.model.RestoreDbClusterFromSnapshotRequest;
import software.amazon.awssdk.services.rds.model.RestoreDbClusterFromSnapshotResponse;
import software.amazon.awssdk.services.rds.model.Tag;

/** Two regions and two accounts: what is in them, each story says for itself. */
final class Rig {
  static final String ACCOUNT = "111122223333";
  static final String OTHER_ACCOUNT = "444455556666";
  static final String EAST = "us-east-1";
  static final String WEST = "us-west-2";
  static final String MYSQL = "aurora-mysql";
  static final String VERSION = "8.0.mysql_aurora.3.08.0";
  static final Tag OURS = Tag.builder().key("operation").value("op-1").build();

  final VirtualTime time;
  final SimulatedEc2 ec2;
  final SimulatedKms kms;
  final DurationModel durations;
  final SimulatedRds rds;
  final Service service;
  final KmsKey eastKey;
  final KmsKey westKey;

  Rig() {
    this(DurationModel.steady(), 1);
  }

  Rig(DurationModel durations, long seed) {
    var random = new Random(seed);
    this.durations = durations;
    this.time = new VirtualTime(Instant.parse("2026-11-23T00:00:00Z"), random);
    this.ec2 = new SimulatedEc2(random);
    this.kms = new SimulatedKms(time, random);
    this.rds = new SimulatedRds(time, random, ec2, kms, durations).consistentWithin(Duration.ZERO);
    this.service = rds.service();
    this.eastKey = kms.key(ACCOUNT, EAST).alias("alias/prod");
    this.westKey = kms.key(ACCOUNT, WEST).alias("alias/dr");
    ec2.vpc(ACCOUNT, WEST, "vpc-dr")
        .subnet("subnet-a", WEST + "a")
        .subnet("subnet-b", WEST + "b")
        .subnet("subnet-c", WEST + "c")
        .securityGroup("sg-dr");
    west().subnetGroup("dr", List.of("subnet-a", "subnet-b", "subnet-c"), Map.of());
  }

  RegionSetUp east() {
    return rds.in(ACCOUNT, EAST);
  }

  RegionSetUp west() {
    return rds.in(ACCOUNT, WEST);
  }

  /** An encrypted snapshot in the east, its ARN. */
  String source() {
    return east()
        .snapshot("orders-1")
        .of("orders")
        .engine(MYSQL, VERSION)
        .encryptedWith(eastKey.arn())
        .tag("team", "shop")
        .exists();
  }

  /** An encrypted snapshot in the west, ready to be restored there. */
  String local() {
    return west()
        .snapshot("local-1")
        .of("orders")
        .engine(MYSQL, VERSION)
        .encryptedWith(westKey.arn())
        .exists();
  }

  void pass(Duration duration) {
    time.spend(duration);
  }

  void passHours(int hours) {
    pass(Duration.ofHours(hours));
  }

  <I extends SdkPojo, O extends SdkPojo> O call(String operation, I request, Class<O> answer) {
    return call(new Caller(ACCOUNT, WEST, "Test"), operation, request, answer);
  }

  <I extends SdkPojo, O extends SdkPojo> O call(
      Caller caller, String operation, I request, Class<O> answer) {
    var known = service.operation(operation).orElseThrow();
    @SuppressWarnings("unchecked") // the service registered it for this request
    var behaviour = (Operation<I, ? extends SdkPojo>) known.operation();
    return answer.cast(behaviour.call(caller, request));
  }

  static CopyDbClusterSnapshotRequest.Builder copyOf(String source) {
    return CopyDbClusterSnapshotRequest.builder()
        .sourceDBClusterSnapshotIdentifier(source)
        .targetDBClusterSnapshotIdentifier("copy-1");
  }

  DBClusterSnapshot copy(CopyDbClusterSnapshotRequest.Builder request) {
    return call("CopyDBClusterSnapshot", request.build(), CopyDbClusterSnapshotResponse.class)
        .dbClusterSnapshot();
  }

  DBClusterSnapshot snapshot(String identifier) {
    return call(
            "DescribeDBClusterSnapshots",
            DescribeDbClusterSnapshotsRequest.builder()
                .dbClusterSnapshotIdentifier(identifier)
                .build(),
            DescribeDbClusterSnapshotsResponse.class)
        .dbClusterSnapshots()
        .getFirst();
  }

  /** Into the network in the west, as version and engine of the snapshot. */
  static RestoreDbClusterFromSnapshotRequest.Builder restoreOf(String snapshot) {
    return RestoreDbClusterFromSnapshotRequest.builder()
        .dbClusterIdentifier("restored")
        .snapshotIdentifier(snapshot)
        .engine(MYSQL)
        .engineVersion(VERSION)
        .dbSubnetGroupName("dr")
        .vpcSecurityGroupIds("sg-dr");
  }

  DBCluster restore(RestoreDbClusterFromSnapshotRequest.Builder request) {
    return call(
            "RestoreDBClusterFromSnapshot",
            request.build(),
            RestoreDbClusterFromSnapshotResponse.class)
        .dbCluster();
  }

  /** A restored cluster that is available, in the west. */
  DBCluster restored() {
    restore(restoreOf(local()));
    passHours(6);
    return cluster("restored");
  }

  DBCluster cluster(String identifier) {
    return call(
            "DescribeDBClusters",
            DescribeDbClustersRequest.builder().dbClusterIdentifier(identifier).build(),
            DescribeDbClustersResponse.class)
        .dbClusters()
        .getFirst();
  }

  static CreateDbInstanceRequest.Builder instanceOf(String cluster, String identifier) {
    return CreateDbInstanceRequest.builder()
        .dbClusterIdentifier(cluster)
        .dbInstanceIdentifier(identifier)
        .dbInstanceClass("db.r6g.large")
        .engine(MYSQL);
  }

  DBInstance create(CreateDbInstanceRequest.Builder request) {
    return call("CreateDBInstance", request.build(), CreateDbInstanceResponse.class).dbInstance();
  }

  DBInstance instance(String identifier) {
    return call(
            "DescribeDBInstances",
            DescribeDbInstancesRequest.builder().dbInstanceIdentifier(identifier).build(),
            DescribeDbInstancesResponse.class)
        .dbInstances()
        .getFirst();
  }
}
