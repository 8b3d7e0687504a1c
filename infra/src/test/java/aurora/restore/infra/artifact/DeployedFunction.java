package aurora.restore.infra.artifact;

import java.util.Map;
import java.util.TreeMap;

/**
 * A function as the template deploys it into a simulated world.
 *
 * @param name what the state machines call it, e.g. {@code CopySnapshot}
 * @param handler the class that Lambda is to load
 * @param account whose it is
 * @param environment the variables that the template sets, with their values in that world
 */
record DeployedFunction(
    String name,
    String handler,
    String account,
    String region,
    int memoryMegabytes,
    int timeoutSeconds,
    Map<String, String> environment) {

  DeployedFunction withHandler(String other) {
    return new DeployedFunction(
        name, other, account, region, memoryMegabytes, timeoutSeconds, environment);
  }

  /** With more variables in its environment. */
  DeployedFunction with(Map<String, String> variables) {
    var extended = new TreeMap<>(environment);
    extended.putAll(variables);
    return new DeployedFunction(
        name, handler, account, region, memoryMegabytes, timeoutSeconds, extended);
  }

  String arn() {
    return "arn:aws:lambda:" + region + ":" + account + ":function:" + name;
  }

  @Override
  public String toString() {
    return name + " (" + handler + ")";
  }
}
