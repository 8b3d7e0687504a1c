package aurora.restore.simulation.rds;

import java.util.List;

/** Where a cluster lives: zones are the three of its storage. */
record Network(
    String subnetGroup, String vpcId, List<String> securityGroupIds, List<String> zones) {}
