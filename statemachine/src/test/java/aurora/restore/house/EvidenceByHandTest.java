package aurora.restore.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import aurora.restore.audit.Attributes;
import aurora.restore.auditor.AuditTable;
import aurora.restore.edge.Json;
import aurora.restore.world.JsonFile;
import aurora.restore.world.World;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The commands by which docs/evidence.md has evidence verified without this repository, in a real
 * shell with a real key. Only what the AWS CLI would answer is given.
 */
class EvidenceByHandTest {
  /** Answers as the CLI does, out of files. */
  private static final String AWS =
      """
      aws() {
        case "$1 $2" in
          "dynamodb query") cat "$ANSWERS/trail" ;;
          "kms get-public-key") cat "$ANSWERS/key" ;;
          *) echo "unexpected: $*" >&2; return 1 ;;
        esac
      }
      """;

  @TempDir private Path desk;

  @Test
  void theDocumentsCommandsVerifyEvidenceAndFindWhatWasAltered() throws Exception {
    assumeTrue(has("openssl", "version") && has("jq", "--version"), "openssl or jq isn't here");
    var input = JsonFile.read(Repository.path("docs/examples/restore.json"));
    try (var world = World.of(input, 1)) {
      world.restore("drill-1", input);
      var table = new AuditTable(world.console().dynamoDb(), World.AUDIT_TABLE, "drill-1");
      var keyArn = world.settings().evidence().keyArn();
      var key = world.console().kms("us-west-2").getPublicKey(it -> it.keyId(keyArn)).publicKey();
      Files.writeString(
          desk.resolve("key"), Base64.getEncoder().encodeToString(key.asByteArray()) + "\n");
      assertThat(said(table).lines()).hasSize(3).last().asString().isEqualTo("Verified OK");
      assertThat(digests(said(table))).containsOnly(table.row("EVIDENCE").get("digest").s());

      table.alter(
          "EVIDENCE",
          row ->
              row.put(
                  "document",
                  Attributes.text(row.get("document").s().replace("COMPLETED", "CLEANED_UP"))));
      assertThat(digests(said(table))).doesNotHaveDuplicates();
      assertThat(said(table)).contains("Verification failure");
    }
  }

  private static List<String> digests(String said) {
    return said.lines().limit(2).map(line -> line.split(" ")[0]).toList();
  }

  private String said(AuditTable table) throws IOException, InterruptedException {
    Files.writeString(desk.resolve("trail"), query(table));
    var commands =
        Markdown.of("docs/evidence.md").commands().stream()
            .filter(command -> !command.startsWith("./"))
            .toList();
    assertThat(commands).hasSizeGreaterThan(8);
    var shell = new ProcessBuilder("bash", "-c", AWS + String.join("\n", commands));
    shell
        .environment()
        .putAll(
            Map.of(
                "ANSWERS", desk.toString(),
                "REGION", "us-west-2",
                "AuditTableArn", "arn:aws:dynamodb:us-west-2:111122223333:table/audit",
                "OPERATION", "drill-1"));
    var process = shell.directory(desk.toFile()).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }

  /** As the CLI prints a query's answer, the newest row first. */
  private static String query(AuditTable table) {
    var answer = Json.MAPPER.createObjectNode();
    var items = answer.putArray("Items");
    for (var row : table.rows().reversed()) {
      items.add(members(row));
    }
    return answer.toString();
  }

  private static ObjectNode members(Map<String, AttributeValue> row) {
    var members = Json.MAPPER.createObjectNode();
    row.forEach((name, value) -> members.set(name, typed(value)));
    return members;
  }

  private static ObjectNode typed(AttributeValue value) {
    var typed = Json.MAPPER.createObjectNode();
    switch (value.type()) {
      case S -> typed.put("S", value.s());
      case N -> typed.put("N", value.n());
      case BOOL -> typed.put("BOOL", value.bool());
      case NUL -> typed.put("NULL", true);
      case M -> typed.set("M", members(value.m()));
      case L -> {
        var items = typed.putArray("L");
        value.l().forEach(item -> items.add(typed(item)));
      }
      case SS, NS, B, BS, UNKNOWN_TO_SDK_VERSION ->
          throw new IllegalArgumentException("no row holds a " + value.type());
    }
    return typed;
  }

  private static boolean has(String... command) {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts a test", e);
    }
  }
}
