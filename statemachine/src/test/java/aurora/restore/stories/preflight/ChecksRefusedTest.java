package aurora.restore.stories.preflight;

import static aurora.restore.stories.preflight.Scene.MYSQL;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks by SQL that can't be made are refused before anything is. */
class ChecksRefusedTest {
  private static final String SECRET =
      "arn:aws:secretsmanager:us-west-2:%s:secret:restore-checks-a1b2c3";

  @Test
  void aClassOfTheTFamilyHasNoDataApi() {
    try (var scene =
        Scene.of(checked("select 1").andThen(it -> it.put("instance_class", "db.t4g.medium")))) {
      assertThat(scene.refusal())
          .contains("verification: needs the Data API, which db.t4g.medium doesn't have");
    }
  }

  @Test
  void anEngineVersionMayHaveNone() {
    try (var scene = Scene.of(checked("select 1"))) {
      scene
          .source()
          .snapshot("older")
          .of("orders")
          .engine(MYSQL, "8.0.mysql_aurora.3.04.0")
          .unencrypted()
          .exists();
      assertThat(scene.asking(it -> it.put("snapshot_id", "older")).refusal())
          .contains("needs the Data API, which aurora-mysql 8.0.mysql_aurora.3.04.0 doesn't have");
    }
  }

  @Test
  void aRegionMayHaveNone() {
    try (var scene =
        Scene.of(checked("select 1").andThen(it -> it.put("target_region", "eu-central-2")))) {
      assertThat(scene.refusal()).contains("needs the Data API, which eu-central-2 doesn't have");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update orders set total = 0",
        "with gone as (delete from orders returning id) select count(*) from gone",
        "select nextval('orders_id')",
        "select * from orders for update",
        "select 1; select 2"
      })
  void aStatementThatDoesMoreThanReadIsToldByItsCheck(String sql) {
    try (var scene = Scene.of(checked(sql))) {
      assertThat(scene.refusal()).contains("1 finding: verification: check data ");
      assertThat(scene.dryRunFindings()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          111122223333 | other | names secret arn:aws:secretsmanager:us-west-2:111122223333:secret:other, which this deployment may not read
          444455556666 | restore-checks-a1b2c3 | names a secret of account 444455556666
          """)
  void aSecretThatMayNotBeReadIsRefused(String account, String name, String told) {
    var arn = SECRET.formatted(account).replace("restore-checks-a1b2c3", name);
    try (var scene = Scene.of(checked("select 1").andThen(it -> secret(it, arn)))) {
      assertThat(scene.refusal()).contains(told);
    }
  }

  @Test
  void theDeploymentsOwnSecretIsTaken() {
    try (var scene =
        Scene.of(
            checked("select count(*) from orders")
                .andThen(it -> secret(it, SECRET.formatted(Scene.ACCOUNT))))) {
      assertThat(scene.warnings()).isEmpty();
    }
  }

  private static Consumer<ObjectNode> checked(String sql) {
    return input -> {
      var verification = input.putObject("verification");
      verification.put("database", "orders").put("secret", "managed");
      verification
          .putArray("checks")
          .addObject()
          .put("name", "data")
          .put("sql", sql)
          .put("at_least", 1);
    };
  }

  private static void secret(ObjectNode input, String arn) {
    ((ObjectNode) input.get("verification")).put("secret", arn);
  }
}
