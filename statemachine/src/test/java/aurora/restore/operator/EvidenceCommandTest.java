package aurora.restore.operator;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.audit.Attributes;
import aurora.restore.auditor.AuditTable;
import aurora.restore.edge.Json;
import aurora.restore.house.OperatorPolicy;
import aurora.restore.serve.Operators;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code aurora-restore evidence} and {@code review}, as they are typed. */
class EvidenceCommandTest extends Typed {
  private static final int HOLDS = 0;
  private static final int BROKEN = 1;
  private static final int USAGE = 2;
  private static final int TROUBLE = 3;

  @BeforeEach
  void serve() {
    served = new Operators();
  }

  private AuditTable restored() {
    assertThat(run("start", INPUT, "--name", "drill-1", "--watch")).isZero();
    var aws = new OperatorAws(DeploymentPlace.of(null, served.endpoint()));
    var deployed = Deployment.find(aws.cloudFormation(), "aurora-restore");
    return new AuditTable(served.aws().dynamoDb(), deployed.auditTable(), "drill-1");
  }

  @Test
  void evidenceIsShownVerifiedReviewedAndFoundOutWhenItIsAltered(@TempDir Path directory)
      throws Exception {
    var table = restored();

    assertThat(run("evidence", "drill-1")).isEqualTo(HOLDS);
    assertThat(out.toString())
        .contains("Evidence of operation drill-1: COMPLETED", "all 5 events are as they were")
        .contains("it is by arn:aws:kms:", "Not tested", "SNAPSHOT_COPIED");

    assertThat(run("evidence", "drill-1", "--verify")).isEqualTo(HOLDS);
    assertThat(out.toString().lines())
        .hasSize(3)
        .first()
        .asString()
        .startsWith("ok       document   its SHA-256 is its digest, ");

    assertThat(run("review", "drill-1", "--by", "A. Jones", "--note", "in time", "--accept"))
        .isEqualTo(HOLDS);
    assertThat(run("review", "drill-1", "--by", "B. Smith", "--note", "seen it", "--accept"))
        .isEqualTo(HOLDS);
    assertThat(run("evidence", "drill-1", "--json")).isEqualTo(HOLDS);
    var json = Json.MAPPER.readTree(out.toString());
    assertThat(json.path("result").asText()).isEqualTo("HOLDS");
    assertThat(json.path("reviews").findValuesAsText("reviewer"))
        .containsExactly("A. Jones", "B. Smith");
    assertThat(json.at("/reviews/0/recorded_by").asText()).startsWith("arn:aws:");
    assertThat(json.at("/reviews/0/evidence_digest")).isEqualTo(json.path("digest"));

    table.alter("STARTED", row -> row.put("execution_arn", Attributes.text("arn:somebody")));
    var page = directory.resolve("evidence.html");
    assertThat(run("evidence", "drill-1", "--html", page.toString())).isEqualTo(BROKEN);
    assertThat(out.toString()).contains("WRONG    trail", table.entry("STARTED") + " was altered");
    assertThat(Files.readString(page)).contains("The evidence doesn't hold", "was altered");
    assertThat(run("--json", "evidence", "drill-1", "--verify")).isEqualTo(BROKEN);
    assertThat(Json.MAPPER.readTree(out.toString()).path("result").asText()).isEqualTo("BROKEN");

    assertThat(run("review", "drill-1", "--by", "C", "--note", "fine", "--accept"))
        .isEqualTo(TROUBLE);
    assertThat(err.toString()).contains("evidence that doesn't hold can't be accepted");
    assertThat(run("review", "drill-1", "--by", "C", "--note", "altered", "--reject", "--json"))
        .isEqualTo(HOLDS);
    assertThat(Json.MAPPER.readTree(out.toString()).path("verdict").asText()).isEqualTo("REJECTED");

    assertThat(served.called())
        .contains("dynamodb:PutItem")
        .filteredOn(action -> !action.equals("sts:GetCallerIdentity"))
        .allMatch(OperatorPolicy.allowed()::contains);
  }

  @Test
  void whereThereIsNoEvidenceTheReasonIsTold() {
    assertThat(run("evidence", "nobody")).isEqualTo(TROUBLE);
    assertThat(err.toString())
        .contains("the operation nobody has no evidence", "nothing is recorded of it");
    assertThat(run("review", "nobody", "--by", "A", "--note", "B", "--accept")).isEqualTo(TROUBLE);
  }

  @Test
  void aReviewAcceptsOrRejectsAndSaysWhoseItIs() {
    assertThat(run("review", "drill-1", "--by", "A", "--note", "B")).isEqualTo(USAGE);
    assertThat(run("review", "drill-1", "--by", "A", "--note", "B", "--accept", "--reject"))
        .isEqualTo(USAGE);
    assertThat(run("review", "drill-1", "--note", "B", "--accept")).isEqualTo(USAGE);
  }

  @Test
  void whatCantBeReadOrWrittenIsOneSentence(@TempDir Path directory) {
    var table = restored();
    assertThat(run("evidence", "drill-1", "--html", directory.resolve("no/page").toString()))
        .isEqualTo(TROUBLE);
    assertThat(err.toString()).endsWith("page can't be written" + System.lineSeparator());

    table.alter("EVIDENCE", row -> row.remove("digest"));
    assertThat(run("evidence", "drill-1")).isEqualTo(TROUBLE);
    assertThat(err.toString()).contains("of operation drill-1 can't be read");
  }
}
