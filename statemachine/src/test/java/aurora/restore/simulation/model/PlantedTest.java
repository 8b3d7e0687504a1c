package aurora.restore.simulation.model;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aurora.restore.simulation.wire.HttpCall;
import aurora.restore.simulation.wire.HttpReply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is made up is named: by service, operation, member and rule. */
class PlantedTest {
  private static final String SNAPSHOTS =
      "<DescribeDBClusterSnapshotsResponse><DescribeDBClusterSnapshotsResult><DBClusterSnapshots>"
          + "<DBClusterSnapshot>%s</DBClusterSnapshot>"
          + "</DBClusterSnapshots></DescribeDBClusterSnapshotsResult>"
          + "</DescribeDBClusterSnapshotsResponse>";

  @Test
  void whatTheModelsSayIsLetThrough() {
    assertThatCode(() -> answered("", SNAPSHOTS.formatted("<Port>0</Port>")))
        .doesNotThrowAnyException();
    assertThatCode(() -> refused(404, "DBClusterSnapshotNotFoundFault")).doesNotThrowAnyException();
    assertThatCode(() -> refused(400, "Throttling")).doesNotThrowAnyException();
  }

  @Test
  void madeUpMembersOfAnswersAreNamed() {
    assertBroken("", "<Speed>9</Speed>", "DBClusterSnapshots.0.Speed is no member of the model");
  }

  @Test
  void answersOfAnotherTypeAreNamed() {
    assertBroken("", "<Port>none</Port>", "DBClusterSnapshots[0].Port should be a whole number");
    assertBroken(
        "",
        "<SnapshotCreateTime>yesterday</SnapshotCreateTime>",
        "DBClusterSnapshots[0].SnapshotCreateTime should be an instant");
  }

  @Test
  void madeUpParametersThatAreAnsweredAreNamed() {
    assertBroken("&Fast=true", "", "Fast is no parameter of the model");
  }

  @Test
  void madeUpErrorsAreNamed() {
    assertThatThrownBy(() -> refused(400, "SnapshotTooOld"))
        .isInstanceOf(ModelViolation.class)
        .hasMessageContaining("rds:DescribeDBClusterSnapshots")
        .hasMessageContaining("SnapshotTooOld is neither an error of the operation nor a common");
    assertThatThrownBy(() -> refused(400, "DBClusterSnapshotNotFoundFault"))
        .isInstanceOf(ModelViolation.class)
        .hasMessageContaining("has the status 404, not 400");
  }

  @Test
  void brokenLimitsAndMadeUpValuesAreNamed() {
    assertThatThrownBy(() -> key("{\"KeyId\":\"\"}", "{}"))
        .hasMessageContaining("kms:DescribeKey")
        .hasMessageContaining("KeyId is below the least of 1 characters: 0");
    assertThatThrownBy(() -> key("{}", "{}")).hasMessageContaining("KeyId is required");
    assertThatThrownBy(
            () ->
                key(
                    "{\"KeyId\":\"1\"}",
                    "{\"KeyMetadata\":{\"KeyId\":\"1\",\"KeyState\":\"Lost\"}}"))
        .hasMessageContaining("KeyMetadata.KeyState should be one of [Creating, Enabled,");
  }

  @Test
  void operationsWithoutAModelAreNamed() {
    assertThatThrownBy(() -> check("rds", "Action=PaintDBCluster", 200, "<a/>"))
        .hasMessageContaining("rds:PaintDBCluster has no model");
  }

  private static void assertBroken(String parameters, String members, String finding) {
    assertThatThrownBy(() -> answered(parameters, SNAPSHOTS.formatted(members)))
        .isInstanceOf(ModelViolation.class)
        .hasMessageContaining("rds:DescribeDBClusterSnapshots")
        .hasMessageContaining(finding);
  }

  private static void answered(String parameters, String body) {
    check("rds", "Action=DescribeDBClusterSnapshots&Version=2014-10-31" + parameters, 200, body);
  }

  private static void refused(int status, String code) {
    check(
        "rds",
        "Action=DescribeDBClusterSnapshots",
        status,
        "<ErrorResponse><Error><Code>" + code + "</Code></Error></ErrorResponse>");
  }

  private static void key(String request, String answer) {
    check("kms", request, 200, answer);
  }

  private static void check(String service, String request, int status, String answer) {
    var target = Map.of("X-Amz-Target", List.of("TrentService.DescribeKey"));
    var call = new HttpCall("POST", service, "/", target, bytes(request));
    new ModelCheck().answered(service, call, new HttpReply(status, Map.of(), bytes(answer)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
