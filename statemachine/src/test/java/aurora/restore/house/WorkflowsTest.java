package aurora.restore.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WorkflowsTest {
  private static final Pattern USES = Pattern.compile("(?m)^\\s*(?:- )?uses: *(.*)$");

  /**
   * A tag can be moved to other code, a commit can't; the version is for people, and Dependabot.
   */
  private static final Pattern PINNED =
      Pattern.compile("([\\w./-]+)@([0-9a-f]{40}) # (v\\d+\\.\\d+\\.\\d+)");

  /** All that may be written, by whom. Whatever is added here is to be argued. */
  private static final Map<String, List<String>> WRITERS =
      Map.of(
          "codeql.yml java",
          List.of("contents: read", "security-events: write"),
          "codeql.yml workflows",
          List.of("contents: read", "security-events: write"),
          "release.yml publish",
          List.of("attestations: write", "contents: write", "id-token: write"));

  /** Those that run a stranger's code, or on a stranger's word, with the repository's rights. */
  private static final Set<String> DANGEROUS =
      Set.of("pull_request_target", "workflow_run", "issue_comment", "issues");

  private final List<Workflow> workflows = Workflow.all();

  @Test
  void everyActionIsPinnedByItsCommitAndTellsItsVersion() {
    for (var workflow : workflows) {
      var pins = USES.matcher(workflow.text()).results().map(uses -> uses.group(1)).toList();

      assertThat(pins).as(workflow.name()).allMatch(pin -> PINNED.matcher(pin).matches());
      assertThat(pins)
          .as("what %s says it uses, and what it uses", workflow.name())
          .map(pin -> pin.replaceFirst(" #.*", ""))
          .containsExactlyElementsOf(workflow.jobs().stream().flatMap(Workflow.Job::uses).toList());
    }
  }

  @Test
  void anActionHasOneVersionEverywhere() {
    var seen = new HashMap<String, String>();
    for (var workflow : workflows) {
      for (var found : PINNED.matcher(workflow.text()).results().toList()) {
        var repository = found.group(1).replaceFirst("^([^/]+/[^/]+)/.*", "$1");
        var version = found.group(2) + " " + found.group(3);
        assertThat(seen.computeIfAbsent(repository, first -> version))
            .as(repository + " in " + workflow.name())
            .isEqualTo(version);
      }
    }
  }

  @Test
  void aWorkflowMayReadTheCodeAndNothingElse() {
    assertThat(workflows)
        .isNotEmpty()
        .allSatisfy(
            workflow ->
                assertThat(Workflow.permissions(workflow.tree()))
                    .as(workflow.name())
                    .containsExactly("contents: read"));
  }

  @Test
  void onlyTheListedJobsMayMore() {
    var more = new HashMap<String, List<String>>();
    for (var workflow : workflows) {
      for (var job : workflow.jobs()) {
        if (job.tree().has("permissions")) {
          more.put(job.name(), Workflow.permissions(job.tree()));
        }
      }
    }
    assertThat(more).isEqualTo(WRITERS);
  }

  @Test
  void everyJobHasATimeoutAndARunnerThatStaysTheSame() {
    for (var workflow : workflows) {
      assertThat(workflow.jobs()).as(workflow.name()).isNotEmpty();
      for (var job : workflow.jobs()) {
        assertThat(job.tree().path("timeout-minutes").asInt()).as(job.name()).isBetween(1, 60);
        assertThat(job.tree().path("runs-on").asText())
            .as(job.name())
            .matches("ubuntu-\\d\\d\\.04");
      }
    }
  }

  @Test
  void everyWorkflowSaysWhatHappensToTheOneBeforeIt() {
    for (var workflow : workflows) {
      assertThat(workflow.tree().path("concurrency").path("group").asText())
          .as(workflow.name())
          .contains("${{ github.ref }}");
    }
  }

  @Test
  void noCheckoutLeavesItsTokenToTheStepsAfterIt() {
    var checkouts =
        workflows.stream()
            .flatMap(workflow -> workflow.steps().stream())
            .filter(step -> step.path("uses").asText().startsWith("actions/checkout@"))
            .toList();
    assertThat(checkouts)
        .isNotEmpty()
        .map(checkout -> checkout.at("/with/persist-credentials").toString())
        .containsOnly("false");
  }

  @Test
  void noScriptHasWordsOfOthersPastedIntoIt() {
    for (var workflow : workflows) {
      assertThat(workflow.steps())
          .as(workflow.name() + ": a script takes an expression's value from its environment")
          .noneMatch(step -> step.path("run").asText().contains("${{"));
    }
  }

  @Test
  void noWorkflowRunsStrangersCodeWithTheRepositorysRights() {
    for (var workflow : workflows) {
      assertThat(workflow.triggers())
          .as(workflow.name())
          .isNotEmpty()
          .doesNotContainAnyElementsOf(DANGEROUS);
    }
  }

  @Test
  void whereDockerIsTheTestsThatNeedItMustRun() {
    var builds =
        workflows.stream()
            .flatMap(workflow -> workflow.steps().stream())
            .filter(step -> step.path("run").asText().matches("\\.ci/(run|release)\\b.*"))
            .toList();
    assertThat(builds)
        .hasSize(2)
        .allSatisfy(
            build ->
                assertThat(build.at("/env/MAVEN_ARGS").asText())
                    .contains("-Demulator.required=true"));
  }
}
