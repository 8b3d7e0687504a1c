package aurora.restore.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
  private static final String IDENTIFIER = "(?=.{1,63}$)[a-z](-?[a-z0-9])*";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "drill-1",
        "0b0e7a52-5a4e-4a5e-9d2b-3f0c6f1e9a77",
        "Nightly_Drill.2026+11",
        "nightly-2026-11-23T03:00:00Z",
        "--",
        "a",
        "an-operation-whose-name-is-much-longer-than-any-identifier-of-rds-may-ever-be-0"
      })
  void whateverTheOperationIsCalledItsNamesAreIdentifiers(String operation) {
    var names = new Names(operation);

    assertThat(names.copy()).matches(IDENTIFIER).startsWith(Names.PREFIX);
    assertThat(names.subnetGroup()).matches(IDENTIFIER);
    assertThat(names.cluster("a".repeat(63))).matches(IDENTIFIER);
    assertThat(Names.instance(names.cluster("orders"), 16)).matches(IDENTIFIER).endsWith("-16");
  }

  @Test
  void operationsThatLookAlikeGetDifferentNames() {
    assertThat(new Names("drill-1").copy()).isNotEqualTo(new Names("Drill-1").copy());
    assertThat(new Names("drill_1").copy()).isNotEqualTo(new Names("drill-1").copy());
    assertThat(new Names("x".repeat(79) + "1").copy())
        .isNotEqualTo(new Names("x".repeat(79) + "2").copy());
  }

  @Test
  void aPlainOperationIsReadInItsNames() {
    assertThat(new Names("drill-1").cluster("orders")).isEqualTo("orders-drill-1");
    assertThat(Names.instance("orders-drill-1", 1)).isEqualTo("orders-drill-1-1");
  }
}
