package aurora.restore.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectStoreTest {
  @ParameterizedTest
  @CsvSource({
    "us-west-2, https://s3.us-west-2.amazonaws.com",
    "us-gov-west-1, https://s3.us-gov-west-1.amazonaws.com",
    "cn-north-1, https://s3.cn-north-1.amazonaws.com.cn"
  })
  void everyPartitionHasHostsOfItsOwn(String region, String endpoint) {
    assertThat(ObjectStore.endpoint(region)).hasToString(endpoint);
  }
}
