package aurora.restore.house;

import aurora.restore.edge.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The policy that operators are given to copy. */
public final class OperatorPolicy {
  private OperatorPolicy() {}

  /** The actions that it allows, e.g. {@code rds:DescribeDBClusters}. */
  public static Set<String> allowed() {
    try {
      var policy = Json.MAPPER.readTree(Repository.read("docs/operator-policy.json"));
      return StreamSupport.stream(policy.get("Statement").spliterator(), false)
          .flatMap(statement -> StreamSupport.stream(statement.get("Action").spliterator(), false))
          .map(JsonNode::asText)
          .collect(Collectors.toSet());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the policy isn't JSON", e);
    }
  }
}
