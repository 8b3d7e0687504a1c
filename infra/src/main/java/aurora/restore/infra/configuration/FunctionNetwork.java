package aurora.restore.infra.configuration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where in a VPC the functions run, for a deployment whose functions may not be outside of one. The
 * VPC itself isn't asked for: Lambda takes it from the subnets.
 *
 * @param subnetIds 2 to 16, in the deployment's region: one zone's end mustn't be the pipeline's
 * @param securityGroupIds 1 to 5 (Lambda API Reference, VpcConfig); they need let nothing in
 */
public record FunctionNetwork(List<String> subnetIds, List<String> securityGroupIds) {
  private static final String KEY = "functionNetwork.";

  /**
   * @throws ConfigurationRefused with all that is wrong
   */
  public FunctionNetwork {
    subnetIds = List.copyOf(subnetIds);
    securityGroupIds = List.copyOf(securityGroupIds);
    var findings = new ArrayList<String>();
    check("subnetIds", subnetIds, "subnet-", 2, 16, findings);
    check("securityGroupIds", securityGroupIds, "sg-", 1, 5, findings);
    if (!findings.isEmpty()) {
      throw new ConfigurationRefused(findings);
    }
  }

  private static void check(
      String key, List<String> ids, String prefix, int least, int most, List<String> findings) {
    var form = Pattern.compile(prefix + "([0-9a-f]{8}|[0-9a-f]{17})"); // what CloudFormation takes
    var seen = new HashSet<String>();
    for (var id : ids) {
      if (!form.matcher(id).matches()) {
        findings.add(
            KEY
                + key
                + " has \""
                + id
                + "\": it must be "
                + prefix
                + " and 8 or 17 hexadecimal digits");
      }
      if (!seen.add(id)) {
        findings.add(KEY + key + " has \"" + id + "\" twice");
      }
    }
    if (ids.size() < least || ids.size() > most) {
      findings.add(KEY + key + " has " + ids.size() + ": it must have " + least + " to " + most);
    }
  }
}
