package aurora.restore.simulation.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aurora.restore.simulation.Service;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.kms.model.DescribeKeyRequest;
import software.amazon.awssdk.services.kms.model.DescribeKeyResponse;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersResponse;

class WireTest {
  private final Service rds =
      new Service("rds", Service.Protocol.QUERY)
          .<DescribeDbClustersRequest, DescribeDbClustersResponse>on(
              "DescribeDBClusters",
              DescribeDbClustersRequest::builder,
              (caller, request) ->
                  DescribeDbClustersResponse.builder()
                      .dbClusters(DBCluster.builder().status(caller.region()).build())
                      .build());
  private final Service kms =
      new Service("kms", Service.Protocol.JSON)
          .<DescribeKeyRequest, DescribeKeyResponse>on(
              "DescribeKey",
              DescribeKeyRequest::builder,
              (caller, request) -> DescribeKeyResponse.builder().build());

  @Test
  void answerIsXmlAsRdsWritesIt() {
    var reply = answer("rds", "Action=DescribeDBClusters&Version=2014-10-31");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(new String(reply.body(), StandardCharsets.UTF_8))
        .contains(
            "<DescribeDBClustersResponse xmlns=\"http://rds.amazonaws.com/doc/2014-10-31/\">"
                + "<DescribeDBClustersResult><DBClusters><DBCluster><Status>eu-west-1</Status>"
                + "</DBCluster></DBClusters></DescribeDBClustersResult>"
                + "<ResponseMetadata><RequestId>")
        .contains("<RequestId>" + reply.headers().get("x-amzn-requestid") + "</RequestId>");
  }

  @Test
  void parameterThatTheRequestHasNoPlaceForIsNamed() {
    assertThatThrownBy(
            () -> answer("rds", "Action=DescribeDBClusters&Version=2014-10-31&Colour=blue"))
        .isExactlyInstanceOf(UnknownParameter.class)
        .hasMessage("DescribeDBClusters has no parameter Colour");
    assertThatThrownBy(
            () ->
                answer(
                    "rds",
                    "Action=DescribeDBClusters&Version=1&Filters.Filter.1.Name=a&Filters.Filter.1.Hue=b"))
        .hasMessage("DescribeDBClusters has no parameter Filters.Filter.1.Hue");
    assertThatThrownBy(() -> answer("kms", "{\"KeyId\":\"1\",\"Hue\":2}"))
        .hasMessage("DescribeKey has no parameter Hue");
  }

  @Test
  void valuesOfAnotherTypeAndGapsInListsAreUnreadable() {
    assertThatThrownBy(() -> answer("rds", "Action=DescribeDBClusters&Version=1&MaxRecords=many"))
        .isExactlyInstanceOf(UnreadableCall.class)
        .hasMessageContaining("MaxRecords");
    assertThatThrownBy(
            () -> answer("rds", "Action=DescribeDBClusters&Version=1&Filters.Filter.2.Name=a"))
        .isExactlyInstanceOf(UnreadableCall.class)
        .hasMessageContaining("Filters.Filter");
    assertThatThrownBy(() -> answer("rds", "Version=1")).isExactlyInstanceOf(UnreadableCall.class);
  }

  @Test
  void unsignedCallIsUnreadable() {
    var call = new HttpCall("POST", "rds.us-west-2.amazonaws.com", "/", Map.of(), new byte[0]);

    assertThatThrownBy(() -> Bench.with(rds).wire().answer(call))
        .isExactlyInstanceOf(UnreadableCall.class)
        .hasMessageContaining("rds.us-west-2.amazonaws.com");
  }

  private HttpReply answer(String service, String body) {
    var headers =
        Map.of(
            "authorization",
            List.of(
                "AWS4-HMAC-SHA256 Credential=AKID/20261123/eu-west-1/"
                    + service
                    + "/aws4_request, SignedHeaders=host, Signature=0"),
            "x-amz-target",
            List.of("TrentService.DescribeKey"));
    var call =
        new HttpCall("POST", "localhost", "/", headers, body.getBytes(StandardCharsets.UTF_8));
    return Bench.with(rds, kms).wire().answer(call);
  }
}
