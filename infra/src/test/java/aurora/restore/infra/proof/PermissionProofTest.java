package aurora.restore.infra.proof;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.infra.Synthesized;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Tells all stories, here alone in a whole build: under the policies of the template with a key of
 * its own and functions in a VPC, which allow all that any other allows, and the use of the key and
 * the network.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PermissionProofTest {
  /** What no function may do. */
  private static final String ADDED = "rds:RebootDBInstance";

  private final Deployment deployment =
      Deployment.of(Synthesized.inVpc(), Synthesized.IN_VPC.name());
  private final List<Enforcement> tellers = new ArrayList<>();
  private List<Told> told;
  private Set<Permission> used;

  @BeforeAll
  void tellAllStories() {
    told =
        Stories.all(
            () -> {
              var its = new Enforcement(deployment, true);
              tellers.add(its);
              return its;
            });
    used = new TreeSet<>();
    told.forEach(story -> used.addAll(story.used()));
  }

  @TestFactory
  Stream<DynamicTest> everyStoryPassesUnderThePoliciesOfItsFunctions() {
    return told.stream().map(story -> DynamicTest.dynamicTest(story.name(), story::requirePassed));
  }

  @Test
  void everyClassOfStoriesIsTold() {
    assertThat(Chapters.all())
        .filteredOn(chapter -> !chapter.matches(Stories.LEFT_OUT))
        .hasSizeGreaterThan(10)
        .allSatisfy(
            chapter -> assertThat(told).anyMatch(story -> story.name().startsWith(chapter + ".")));
  }

  @Test
  void everyFunctionIsInAStory() {
    assertThat(used.stream().map(Permission::function)).containsAll(deployment.functions());
  }

  @Test
  void whatIsAllowedIsUsedByAStoryOrThereIsAReason() {
    assertThat(Unused.of(deployment.allowed(), used)).isEmpty();
  }

  @Test
  void noReasonIsGivenForWhatIsUsedOrNotAllowed() {
    assertThat(Unused.idle(deployment.allowed(), used)).isEmpty();
  }

  @Test
  void nothingIsAllowedTwice() {
    assertThat(tellers).flatMap(Enforcement::allowedTwice).isEmpty();
  }

  @Test
  void aStatementThatIsAddedToARoleIsFoundToBeUnused() {
    for (var function : deployment.functions()) {
      var last = deployment.shown(function).size();

      assertThat(unused(new Widened(deployment.stack(), function).byStatement(ADDED)))
          .containsExactly(new Permission(function, last, ADDED, "*"));
    }
  }

  @Test
  void anActionThatIsAddedToAnyStatementIsFoundToBeUnused() {
    for (var function : deployment.functions()) {
      var widened = new Widened(deployment.stack(), function);
      var statements = deployment.shown(function);
      for (int position = 0; position < statements.size(); position++) {
        var statement = statements.get(position);
        int at = position;
        var added =
            statement.resources().stream()
                .filter(resource -> statement.allows()) // a denial gives nothing
                .map(resource -> new Permission(function, at, ADDED, resource))
                .toList();

        assertThat(unused(widened.byAction(ADDED, at))).containsExactlyInAnyOrderElementsOf(added);
      }
    }
  }

  private Set<Permission> unused(Synthesized widened) {
    return Unused.of(Deployment.of(widened, deployment.name()).allowed(), used);
  }

  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> withoutAnyOfItsActionsAStoryFailsThatNamesActionAndFunction() {
    return used.stream()
        .map(permission -> List.of(permission.function(), permission.action()))
        .distinct()
        .map(
            taken ->
                DynamicTest.dynamicTest(
                    taken.get(0) + " without " + taken.get(1),
                    () -> failsWithout(taken.get(0), taken.get(1))));
  }

  private void failsWithout(String function, String action) {
    var quickest =
        told.stream()
            .filter(story -> story.used().stream().anyMatch(it -> is(it, function, action)))
            .min(Comparator.comparing(Told::millis))
            .orElseThrow();

    var lame = Stories.again(quickest, new Enforcement(deployment, true).without(function, action));

    assertThat(lame.isFailed()).isTrue();
    assertThat(lame.toString()).contains("AccessDenied: " + function + " may not " + action);
  }

  private static boolean is(Permission permission, String function, String action) {
    return permission.function().equals(function) && permission.action().equals(action);
  }
}
