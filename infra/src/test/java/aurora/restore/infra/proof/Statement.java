package aurora.restore.infra.proof;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A statement of a function's policies, with nothing left for CloudFormation to fill in. */
record Statement(
    boolean allows, List<String> actions, List<String> resources, List<Condition> conditions) {
  Statement {
    actions = List.copyOf(actions);
    resources = List.copyOf(resources);
    conditions = List.copyOf(conditions);
  }

  /** The positions of the resources that the demand is about; none where it says nothing of it. */
  List<Integer> speaksOf(Demand demand) {
    if (actions.stream().noneMatch(action -> new Pattern(action).matches(demand.action()))
        || !areMet(demand.context())) {
      return List.of();
    }
    return IntStream.range(0, resources.size())
        .filter(position -> new Pattern(resources.get(position)).matches(demand.resource()))
        .boxed()
        .toList();
  }

  private boolean areMet(Map<String, String> context) {
    return conditions.stream().allMatch(condition -> condition.isMet(context));
  }

  /** The same without an action. */
  Statement without(String action) {
    return new Statement(
        allows,
        actions.stream().filter(other -> !other.equals(action)).toList(),
        resources,
        conditions);
  }
}
