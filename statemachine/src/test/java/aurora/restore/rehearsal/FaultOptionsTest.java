package aurora.restore.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.edge.Json;
import aurora.restore.fault.FaultCatalogue;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code --fault}, {@code --list-faults} and {@code --redrive}, as they are typed. */
class FaultOptionsTest {
  private static final String INPUT =
      """
      {
        "snapshot_id": "orders-2026-11-22",
        "source_region": "us-east-1",
        "target_region": "us-west-2",
        "vpc_id": "vpc-0a1b2c3d4e5f60718",
        "subnet_ids": ["subnet-0a1b2c3d4e5f60001", "subnet-0a1b2c3d4e5f60002"],
        "security_group_ids": ["sg-0a1b2c3d4e5f60718"]
      }
      """;

  @TempDir private Path directory;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path input;

  @BeforeEach
  void writeInput() throws IOException {
    input = Files.writeString(directory.resolve("input.json"), INPUT);
  }

  private int run(String... arguments) {
    var all = Stream.concat(Stream.of("--input", input.toString()), Stream.of(arguments)).toList();
    return Rehearse.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(all.toArray(String[]::new));
  }

  private JsonNode document() throws IOException {
    return Json.MAPPER.readTree(out.toString());
  }

  @Test
  void listTellsEveryFaultWithItsSentence() {
    assertThat(run("--list-faults")).isZero();
    assertThat(FaultCatalogue.all()).hasSizeGreaterThan(30).doesNotHaveDuplicates();
    for (var fault : FaultCatalogue.all()) {
      assertThat(fault.name()).matches("[a-z]+(-[a-z]+)*");
      assertThat(out.toString()).contains(fault.usage(), fault.sentence());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "copy-fals, did you mean copy-fails?",
    "copy-fails=now, takes no argument",
    "crash-after, needs an argument",
    "crash-after=CopySnapshat, did you mean CopySnapshot?",
    "aborted=Wait For Clustr, did you mean Wait For Cluster?",
    "cluster-fails=Not A Status, no status of RDS",
    "throttled=rds:CopySnapshot, no function calls",
    "key-disabled, names no kms_key_id"
  })
  void faultThatCannotHappenIsRefusedWithTheNearest(String fault, String says) {
    assertThat(run("--fault", fault, "--speed", "max")).isEqualTo(2);
    assertThat(err.toString()).contains(says);
  }

  @Test
  void redriveGoesOnOnceTheFaultIsMended() throws IOException {
    assertThat(run("--fault", "snapshot-quota-full", "--redrive", "--json")).isZero();
    var told = document();
    assertThat(told.get("status").asText()).isEqualTo("SUCCEEDED");
    assertThat(told.get("redrives").asInt()).isEqualTo(1);
    assertThat(told.at("/state/redrive_count").asInt()).isEqualTo(1);
    assertThat(told.get("faults")).hasSize(1);
    assertThat(told.at("/faults/0/fault").asText()).isEqualTo("snapshot-quota-full");
    assertThat(told.at("/faults/0/strikes").asInt()).isEqualTo(1);
    assertThat(told.at("/faults/0/mended").asBoolean()).isTrue();
    assertThat(told.get("audit").findValuesAsText("event")).startsWith("STARTED", "FAILED");
  }

  @Test
  void whatARedriveCannotMendFailsAgainAndSaysSo() throws IOException {
    assertThat(run("--fault", "cluster-fails", "--redrive", "--json")).isEqualTo(1);
    var told = document();
    assertThat(told.get("status").asText()).isEqualTo("FAILED");
    assertThat(told.get("error").asText()).endsWith(".ClusterFailed");
    assertThat(told.get("redrives").asInt()).isEqualTo(1);
    assertThat(told.at("/state/status").asText()).isEqualTo("FAILED");
  }

  @Test
  void faultThatNeverCameToPassIsNotTakenForOneSurvived() {
    assertThat(run("--fault", "event-late", "--speed", "max")).isZero();
    assertThat(out.toString()).contains("event-late  NOT TRIGGERED");
  }

  @Test
  void faultsMayBeMany() throws IOException {
    assertThat(
            run(
                "--fault",
                "throttled=rds:CreateDBInstance",
                "--fault",
                "crash-after=CopySnapshot",
                "--json"))
        .isZero();
    assertThat(document().get("faults").findValuesAsText("strikes")).hasSize(2).doesNotContain("0");
    assertThat(List.copyOf(document().get("audit").findValuesAsText("event")))
        .endsWith("COMPLETED", "EVIDENCE");
  }
}
