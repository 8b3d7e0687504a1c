package aurora.restore.simulation.rds;

import static aurora.restore.simulation.rds.RefusalAssert.assertRefused;
import static aurora.restore.simulation.rds.Rig.OURS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.rds.model.AddTagsToResourceRequest;
import software.amazon.awssdk.services.rds.model.AddTagsToResourceResponse;
import software.amazon.awssdk.services.rds.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.rds.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.rds.model.RemoveTagsFromResourceRequest;
import software.amazon.awssdk.services.rds.model.RemoveTagsFromResourceResponse;
import software.amazon.awssdk.services.rds.model.Tag;

class TagLimitsTest {
  private final Rig rig = new Rig();

  @Test
  void tagsAreAddedOverwrittenAndRemoved() {
    var arn = rig.restored().dbClusterArn();
    add(arn, OURS, tag("team", "shop"));
    add(arn, tag("team", "dr"));
    assertThat(list(arn)).containsExactly(OURS, tag("team", "dr"));
    rig.call(
        "RemoveTagsFromResource",
        RemoveTagsFromResourceRequest.builder().resourceName(arn).tagKeys("team").build(),
        RemoveTagsFromResourceResponse.class);
    assertThat(list(arn)).containsExactly(OURS);
    assertThat(rig.cluster("restored").tagList()).containsExactly(OURS);
  }

  @Test
  void reservedKeysTooLongOnesAndMoreThanFiftyAreRefused() {
    var arn = rig.restored().dbClusterArn();
    assertRefused("InvalidParameterValue", () -> add(arn, tag("AWS:x", "")));
    assertRefused("InvalidParameterValue", () -> add(arn, tag("rds:x", "")));
    assertRefused("InvalidParameterValue", () -> add(arn, tag("k".repeat(129), "")));
    assertRefused("InvalidParameterValue", () -> add(arn, tag("k", "v".repeat(257))));
    assertRefused("InvalidParameterValue", () -> add(arn, tag("k", "1"), tag("k", "2")));
    var fifty = IntStream.range(0, 50).mapToObj(i -> tag("k" + i, "v")).toArray(Tag[]::new);
    add(arn, fifty);
    assertRefused("InvalidParameterValue", () -> add(arn, OURS));
    assertThat(list(arn)).hasSize(50);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a#1", "a,b", "(a)", "a;b", "a!", "a\u2713b", "\ud83d\ude00", "a\tb"})
  void signThatTagsMayNotHoldIsRefusedInKeyAndValue(String text) {
    var arn = rig.restored().dbClusterArn();
    assertRefused("InvalidParameterValue", () -> add(arn, tag(text, "v")));
    assertRefused("InvalidParameterValue", () -> add(arn, tag("k", text)));
    assertThat(list(arn)).isEmpty();
  }

  @Test
  void lettersOfAnyScriptDigitsBlanksAndSomeSignsAreAccepted() {
    var arn = rig.restored().dbClusterArn();
    var text = "Gr\u00fc\u00dfe \u6771\u4eac 12 _.:/=+-@";
    add(arn, tag(text, text), tag("empty", ""));
    assertThat(list(arn)).containsExactly(tag(text, text), tag("empty", ""));
  }

  @Test
  void unknownResourceIsNamedByItsKind() {
    assertRefused(
        "DBClusterNotFoundFault",
        404,
        () -> list("arn:aws:rds:us-west-2:111122223333:cluster:none"));
    assertRefused(
        "DBClusterSnapshotNotFoundFault",
        404,
        () -> list("arn:aws:rds:us-west-2:111122223333:cluster-snapshot:rds:none"));
    assertRefused(
        "InvalidParameterValue", () -> list("arn:aws:rds:us-east-1:111122223333:cluster:none"));
    assertRefused("InvalidParameterValue", () -> list("restored"));
  }

  @Test
  void auditorSeesEverythingWithItsTags() {
    var arn = rig.restored().dbClusterArn();
    add(arn, OURS);
    assertThat(rig.rds.resources())
        .filteredOn(it -> it.tags().equals(Map.of("operation", "op-1")))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.kind()).isEqualTo(RdsKind.CLUSTER);
              assertThat(it.identifier()).isEqualTo("restored");
              assertThat(it.status()).isEqualTo("available");
              assertThat(it.arn()).isEqualTo(arn);
            });
    assertThat(rig.rds.resources()).extracting(Resource::arn).doesNotHaveDuplicates();
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }

  private void add(String arn, Tag... tags) {
    rig.call(
        "AddTagsToResource",
        AddTagsToResourceRequest.builder().resourceName(arn).tags(tags).build(),
        AddTagsToResourceResponse.class);
  }

  private List<Tag> list(String arn) {
    return rig.call(
            "ListTagsForResource",
            ListTagsForResourceRequest.builder().resourceName(arn).build(),
            ListTagsForResourceResponse.class)
        .tagList();
  }
}
