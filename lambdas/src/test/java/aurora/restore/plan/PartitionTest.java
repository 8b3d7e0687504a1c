package aurora.restore.plan;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.input.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartitionTest {
  @ParameterizedTest
  @CsvSource({
    "us-west-2, aws",
    "eu-west-9, aws",
    "cn-north-1, aws-cn",
    "us-gov-east-1, aws-us-gov",
    "eusc-de-east-1, aws-eusc",
    "us-iso-east-1, aws-iso",
    "us-isob-east-1, aws-iso-b"
  })
  void everyRegionsPartitionIsKnownByItsCode(String region, String partition) {
    assertThat(Rule.REGION.allows(region)).isTrue();
    assertThat(Partition.of(region)).isEqualTo(partition);
  }
}
