package aurora.restore.infra.proof;

import aurora.restore.operation.Ownership;
import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Caller;
import aurora.restore.world.Authorization;
import aurora.restore.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Allows each function what its policies in the template allow, and notes what was used of them and
 * what was denied. Operators at the console may everything.
 */
final class Enforcement implements Authorization {
  private static final String CONSOLE = "Console";

  private final Deployment deployment;
  private final boolean hasKey;
  private final Map<String, List<Statement>> shown;
  private final Set<Permission> used = new TreeSet<>();
  private final Set<String> allowedTwice = new TreeSet<>();
  private final List<Denial> denied = new ArrayList<>();
  private final Map<Place, Map<String, List<Statement>>> filledIn = new HashMap<>();
  private String lameFunction = "";
  private String lostAction = "";

  /**
   * @param hasKey whether tables and topic are encrypted under the deployment's own key
   */
  Enforcement(Deployment deployment, boolean hasKey) {
    this.deployment = deployment;
    this.hasKey = hasKey;
    this.shown =
        deployment.functions().stream().collect(Collectors.toMap(name -> name, deployment::shown));
  }

  /** The same without one action of one function. */
  Enforcement without(String function, String action) {
    var lame = new Enforcement(deployment, hasKey);
    lame.lameFunction = function;
    lame.lostAction = action;
    return lame;
  }

  @Override
  public void require(
      World world, Caller caller, String service, String operation, SdkPojo request) {
    if (caller.function().equals(CONSOLE)) {
      return;
    }
    var place = Place.of(world);
    var statements = statements(place, caller.function());
    for (var demand : Demands.of(world, caller, service, operation, request, hasKey)) {
      var placed =
          demand
              .with("aws:RequestedRegion", region(demand, caller))
              .with("lambda:SourceFunctionArn", deployment.functionArn(caller.function(), place));
      var leave = leave(caller.function(), statements, placed);
      if (leave.isEmpty()) {
        if (!isForWantOfAResource(world, caller.function(), statements, placed)) {
          denied.add(new Denial(caller.function(), placed));
        }
        throw refusal(service, caller, placed);
      }
      used.addAll(leave);
      if (leave.size() > 1) {
        allowedTwice.add(leave.getFirst() + ", and again");
      }
    }
  }

  /**
   * What isn't there has no tags, so that a role that needs them is denied to try: no permission is
   * missing.
   */
  private boolean isForWantOfAResource(
      World world, String function, List<Statement> statements, Demand demand) {
    var exists = world.resources().stream().anyMatch(it -> it.arn().equals(demand.resource()));
    return !exists
        && !leave(
                function, statements, demand.with("aws:ResourceTag", Map.of(Ownership.TAG, "any")))
            .isEmpty();
  }

  /** A demand may say itself where it is made: the half of a copy that is asked of the source. */
  private static String region(Demand demand, Caller caller) {
    return demand.context().getOrDefault("aws:RequestedRegion", caller.region());
  }

  private List<Statement> statements(Place place, String function) {
    var all =
        filledIn.computeIfAbsent(
            place,
            here ->
                deployment.functions().stream()
                    .collect(Collectors.toMap(name -> name, name -> inForce(name, here))));
    if (!all.containsKey(function)) {
      throw new IllegalStateException("the template has no function " + function);
    }
    return all.get(function);
  }

  private List<Statement> inForce(String function, Place place) {
    var statements = deployment.statements(function, place);
    return function.equals(lameFunction)
        ? statements.stream()
            .map(statement -> statement.allows() ? statement.without(lostAction) : statement)
            .toList()
        : statements;
  }

  /**
   * What allows it; nothing where anything denies it, which counts for more than any leave (IAM
   * User Guide, "Policy evaluation logic").
   */
  private List<Permission> leave(String function, List<Statement> statements, Demand demand) {
    if (statements.stream().anyMatch(it -> !it.allows() && !it.speaksOf(demand).isEmpty())) {
      return List.of();
    }
    var leave = new ArrayList<Permission>();
    for (int position = 0; position < statements.size(); position++) {
      var statement = statements.get(position);
      if (statement.allows()) {
        for (int resource : statement.speaksOf(demand)) {
          var pattern = shown.get(function).get(position).resources().get(resource);
          leave.add(new Permission(function, position, demand.action(), pattern));
        }
      }
    }
    return leave;
  }

  private static AwsError refusal(String service, Caller caller, Demand demand) {
    var message =
        "User: arn:aws:sts::%s:assumed-role/%s is not authorized to perform: %s on resource: %s because no identity-based policy allows it"
            .formatted(caller.account(), caller.function(), demand.action(), demand.resource());
    if (service.equals("rds") && demand.action().startsWith("kms:")) {
      return new AwsError(
          "KMSKeyNotAccessibleFault",
          400,
          "The specified KMS key [%s] does not exist, is not enabled or you do not have permissions to access it."
              .formatted(demand.resource()));
    }
    return AwsError.denial(service, message);
  }

  /** What was used since it was asked last. */
  Set<Permission> takeUsed() {
    var taken = new TreeSet<>(used);
    used.clear();
    return taken;
  }

  /** What was denied since it was asked last. */
  List<Denial> takeDenied() {
    var taken = List.copyOf(denied);
    denied.clear();
    return taken;
  }

  /** What more than one resource of more than one statement allows. */
  Set<String> allowedTwice() {
    return new TreeSet<>(allowedTwice);
  }
}
