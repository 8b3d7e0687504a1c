package aurora.restore.verify;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.operation.Capacity;
import aurora.restore.operation.ClusterPlan;
import aurora.restore.operation.ClusterSettings;
import aurora.restore.operation.InstancePlan;
import aurora.restore.operation.InstanceSettings;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the plan decides is compared, or there is a reason why it can't be. */
class ChecksTest {

  @ParameterizedTest
  @ValueSource(
      classes = {
        ClusterPlan.class,
        ClusterSettings.class,
        Capacity.class,
        InstancePlan.class,
        InstanceSettings.class
      })
  void everyComponentOfThePlanHasOneCheckOrAReason(Class<? extends Record> record) {
    var components = Stream.of(record.getRecordComponents()).map(RecordComponent::getName).toList();
    assertThat(named(record)).containsExactlyInAnyOrderElementsOf(components);
  }

  @Test
  void everyReasonIsASentencePart() {
    assertThat(Unverified.ALL).allSatisfy(it -> assertThat(it.reason()).hasSizeGreaterThan(20));
  }

  @Test
  void planThatLeavesAPropertyToRdsIsNotHeldAgainstIt() {
    var comparison = new Comparison();
    new Check<String, String>(ClusterPlan.class, "port", "port", plan -> null, found -> 3306)
        .compare("cluster", "plan", "found", comparison);
    assertThat(comparison.same()).isEmpty();
    assertThat(comparison.different()).isEmpty();
  }

  private static List<String> named(Class<? extends Record> record) {
    var named = new ArrayList<String>();
    Checks.properties().stream()
        .filter(property -> property.record() == record)
        .forEach(property -> named.add(property.component()));
    Unverified.ALL.stream()
        .filter(unverified -> unverified.record() == record)
        .forEach(unverified -> named.add(unverified.component()));
    return named;
  }
}
