package aurora.restore.simulation.dynamodb;

import static aurora.restore.simulation.dynamodb.Bed.item;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ItemPageTest {
  private static final Map<String, AttributeValue> FIRST = item("a", "1");
  private static final Map<String, AttributeValue> SECOND = item("a", "2");

  private static ItemPage page(Integer limit) {
    return ItemPage.of(List.of(FIRST, SECOND), limit, Optional.empty(), Optional.empty());
  }

  @Test
  void aPageThatEndsAtItsLimitNamesItsLastItemThoughNothingFollows() {
    assertThat(page(1).last()).contains(FIRST);
    assertThat(page(2).last()).contains(SECOND);
  }

  @Test
  void onePageThatHoldsAllNamesNone() {
    assertThat(page(3).last()).isEmpty();
    assertThat(page(null).last()).isEmpty();
    assertThat(page(null).items()).containsExactly(FIRST, SECOND);
  }
}
