package aurora.restore.simulation.rds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EngineVersionTest {
  @Test
  void rangeOfCapacityFollowsFromTheNumber() {
    assertThat(mysql("3.07.1").minCapacityAcu()).isEqualTo(0.5);
    assertThat(mysql("3.08.0").minCapacityAcu()).isZero();
    assertThat(mysql("3.05.2").maxCapacityAcu()).isEqualTo(128);
    assertThat(mysql("3.10.0").maxCapacityAcu()).isEqualTo(256);
    assertThat(postgres("14.11").minCapacityAcu()).isEqualTo(0.5);
    assertThat(postgres("14.12").minCapacityAcu()).isZero();
    assertThat(postgres("16.1").minCapacityAcu()).isEqualTo(0.5);
    assertThat(postgres("17.4").minCapacityAcu()).isZero();
    assertThat(postgres("12.22").maxCapacityAcu()).isEqualTo(128);
  }

  @Test
  void dataApiBeginsWithACertainMinorOfEachMajor() {
    assertThat(mysql("3.06.1").servesDataApi()).isFalse();
    assertThat(mysql("3.07.0").servesDataApi()).isTrue();
    assertThat(postgres("15.2").servesDataApi()).isFalse();
    assertThat(postgres("15.3").servesDataApi()).isTrue();
    assertThat(postgres("17.3").servesDataApi()).isFalse();
  }

  @Test
  void versionMayRiseAndNeverFall() {
    assertThat(mysql("3.04.0").canBecome(mysql("3.10.0"))).isTrue();
    assertThat(mysql("3.10.0").canBecome(mysql("3.04.0"))).isFalse();
    assertThat(postgres("16.9").canBecome(postgres("16.10"))).isTrue();
    assertThat(postgres("16.9").canBecome(mysql("3.10.0"))).isFalse();
  }

  @Test
  void nonsenseIsNoVersion() {
    assertThatThrownBy(() -> postgres("sixteen")).hasMessageContaining("sixteen");
  }

  private static EngineVersion mysql(String release) {
    return new EngineVersion(AuroraEngine.AURORA_MYSQL, "8.0.mysql_aurora." + release);
  }

  private static EngineVersion postgres(String version) {
    return new EngineVersion(AuroraEngine.AURORA_POSTGRESQL, version);
  }
}
