package aurora.restore.operator;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.edge.Json;
import aurora.restore.house.OperatorPolicy;
import aurora.restore.machine.Machine;
import aurora.restore.machine.StackOutput;
import aurora.restore.serve.Operators;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuroraRestoreTest extends Typed {
  @Test
  void aRestoreIsWatchedUntilItFailsRedrivenAndCleanedUp() {
    served = new Operators("copy-fails");

    assertThat(run("start", INPUT, "--name", "drill-1", "--watch")).isEqualTo(1);
    assertThat(out.toString())
        .contains("Started operation drill-1", "Wait For Copy", "copying", "= STARTED", "= FAILED")
        .contains("CopyFailed: copy aurora-restore-drill-1", "\nRemedy: mend the cause")
        .contains("docs/runbook.md#copyfailed");

    assertThat(run("status")).isZero();
    assertThat(out.toString()).contains("FAILED       drill-1  at Wait For Copy: CopyFailed");

    assertThat(run("redrive", "drill-1", "--watch")).isZero();
    assertThat(out.toString())
        .doesNotContain("Plan Restore")
        .contains("replacing a failed copy", "= COMPLETED", "SUCCEEDED");

    assertThat(run("clean-up", "drill-1", "--watch")).isZero();
    assertThat(out.toString()).contains("Tear Down", "= CLEANED_UP", "SUCCEEDED");

    assertThat(run("status")).isZero();
    assertThat(out.toString()).contains("Nothing runs, and nothing has failed.");
  }

  @Test
  void theOperatorsPolicyAllowsWhatTheCommandCalls() {
    served = new Operators("copy-fails");
    run("doctor", INPUT);
    run("plan", INPUT);
    run("start", INPUT, "--name", "drill-1", "--watch");
    run("redrive", "drill-1", "--watch");
    run("history");
    run("status", "drill-1");
    run("clean-up", "drill-1", "--watch");

    // Whoever asks may know who they are (STS API Reference, GetCallerIdentity).
    assertThat(served.called())
        .hasSizeGreaterThan(10)
        .filteredOn(action -> !action.equals("sts:GetCallerIdentity"))
        .map(action -> action.replace("monitoring:", "cloudwatch:"))
        .allMatch(OperatorPolicy.allowed()::contains);
  }

  @Test
  void whatIsWatchedAsJsonIsAnObjectPerLine() throws Exception {
    served = new Operators();

    assertThat(run("--json", "start", INPUT, "--name", "drill-1", "--watch")).isZero();

    var lines = out.toString().lines().toList();
    for (var line : lines) {
      assertThat(Json.MAPPER.readTree(line).isObject()).isTrue();
    }
    var end = Json.MAPPER.readTree(lines.getLast());
    assertThat(end.path("status").asText()).isEqualTo("SUCCEEDED");
    assertThat(end.at("/output/rto_seconds").asInt()).isPositive();
  }

  @Test
  void theHistoryIsATableCsvOrJson() throws Exception {
    served = new Operators();
    run("start", INPUT, "--name", "drill-1", "--watch");

    assertThat(run("history")).isZero();
    assertThat(out.toString().lines().toList().get(1)).matches("drill-1 +SUCCEEDED .* h +\\S+ h");

    assertThat(run("history", "--format", "csv")).isZero();
    assertThat(out.toString().lines())
        .first()
        .isEqualTo("operation_id,status,started_at,finished_at,rto_seconds,rpo_seconds,error");
    assertThat(out.toString().lines().toList().get(1)).startsWith("drill-1,SUCCEEDED,");

    assertThat(run("history", "--json")).isZero();
    assertThat(Json.MAPPER.readTree(out.toString()).at("/0/rto_seconds").asInt()).isPositive();
  }

  @Test
  void aPlanIsShownAndNothingIsMade() {
    served = new Operators();

    assertThat(run("plan", INPUT)).isZero();

    assertThat(out.toString())
        .contains("snapshot  orders-2026-11-22", "Nothing stands in its way.");
    assertThat(served.aws().rds(served.home()).describeDBClusters().dbClusters()).isEmpty();
  }

  @Test
  void theDoctorFindsWhatWouldStopARestore(@TempDir Path directory) throws Exception {
    served = new Operators("copy-fails");
    var topic = served.server().variables().get(StackOutput.TOPIC_ARN.key());
    served
        .aws()
        .sns()
        .subscribe(it -> it.topicArn(topic).protocol("email").endpoint("me@example.com"));
    run("start", INPUT, "--name", "drill-1", "--watch");
    var input = Operators.input();
    ((ArrayNode) input.get("subnet_ids")).removeIf(id -> !id.asText().endsWith("1"));
    var one = Files.writeString(directory.resolve("one.json"), input.toString());

    assertThat(run("doctor", one.toString(), "--max-age-hours", "999999")).isEqualTo(1);

    assertThat(out.toString())
        .contains("ok     stack        aurora-restore")
        .contains("note   topic        me@example.com has not confirmed its subscription")
        .contains("WRONG  topic        nobody is told")
        .contains("note   operations   failed, and neither redriven nor cleaned up: [drill-1]")
        .contains("WRONG  subnets      they lie in 1 zone, and must in two");
  }

  @Test
  void anAlarmThatIsRaisedIsWrong() {
    served = Operators.inNoHurry("copy-fails");
    var aws = new OperatorAws(DeploymentPlace.of(null, served.endpoint()));
    var checks = new DeploymentChecks(aws, Deployment.find(aws.cloudFormation(), "aurora-restore"));
    assertThat(checks.alarms()).containsExactly(Diagnosis.well("alarms", "none of 6 is raised"));

    served.followed(served.start(Machine.RESTORE, "drill-1", Operators.input()));

    assertThat(checks.alarms())
        .singleElement()
        .satisfies(it -> assertThat(it.level()).isEqualTo(Diagnosis.Level.WRONG))
        .satisfies(it -> assertThat(it.says()).contains("aurora-restore-RestoreFailed is raised"));
  }

  @Test
  void theDoctorFindsNothingWhereAllIsWell() {
    served = new Operators();
    var topic = served.server().variables().get(StackOutput.TOPIC_ARN.key());
    served
        .aws()
        .sns()
        .subscribe(it -> it.topicArn(topic).protocol("sqs").endpoint("arn:aws:sqs:x"));

    assertThat(run("doctor", INPUT, "--max-age-hours", "999999")).as(() -> out.toString()).isZero();
    assertThat(run("doctor", INPUT, "--max-age-hours", "0")).isEqualTo(1);
  }

  @Test
  void whatIsNotThereIsNamed() {
    served = new Operators();

    assertThat(run("watch", "nobody")).isEqualTo(3);
    assertThat(err.toString()).contains("tells of the operation nobody");
    assertThat(run("--stack", "another", "status")).isEqualTo(3);
    assertThat(err.toString()).contains("there is no stack another in this region");
    assertThat(run("start", "nowhere.json")).isEqualTo(3);
    assertThat(err.toString()).contains("nowhere.json can't be read as JSON");
    assertThat(run("watch")).isEqualTo(2);
  }

  @Test
  void theStackIsKnownByItsOutputs() {
    served = new Operators();

    assertThat(
            Deployment.find(
                    new OperatorAws(DeploymentPlace.of(null, served.endpoint())).cloudFormation(),
                    "aurora-restore")
                .outputs())
        .containsOnlyKeys(StackOutput.values());
  }
}
