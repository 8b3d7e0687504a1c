package aurora.restore.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.edge.JsonHandler;
import aurora.restore.edge.ScheduledHandler;
import aurora.restore.error.Finding;
import aurora.restore.error.OperatorError;
import aurora.restore.machine.HandlerFunction;
import aurora.restore.machine.ScheduledFunction;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoomsTest {
  private static final String CLOCK =
      "time is handed in as an InstantSource, so that a simulated world can tell it";
  private static final String CHANCE =
      "randomness is handed in as a RandomGenerator, so that one seed gives one history";
  private static final String RDS_CLIENT = "software.amazon.awssdk.services.rds.RdsClient.";
  private static final String WAITING = "nothing waits: the state machine owns time";

  private static final List<Ban> BANS =
      List.of(
          Ban.onAll("java.lang.System.getenv", "settings come from the edge", Rooms.HOME + "edge"),
          // What is served begins at the present, and operators ask how old things are by now.
          Ban.on(
              "java.time.InstantSource.system",
              CLOCK,
              Rooms.HOME + "edge",
              Rooms.HOME + "operator",
              Rooms.HOME + "serve"),
          Ban.onAll("java.time.Clock.system", CLOCK),
          Ban.onAll("java.time.Clock.tick", CLOCK),
          Ban.on("java.time.Instant.now", CLOCK),
          Ban.on("java.time.LocalDate.now", CLOCK),
          Ban.on("java.time.LocalDateTime.now", CLOCK),
          Ban.on("java.time.OffsetDateTime.now", CLOCK),
          Ban.on("java.time.ZonedDateTime.now", CLOCK),
          Ban.on("java.lang.System.currentTimeMillis", CLOCK),
          Ban.onUnseeded("java.util.Date", CLOCK),
          Ban.onUnseeded("java.util.Random", CHANCE),
          Ban.onUnseeded("java.util.SplittableRandom", CHANCE),
          // Keys and signatures take no other source; what it gives is drawn by a seed.
          Ban.onAll("java.security.SecureRandom.", CHANCE, Rooms.HOME + "simulation.kms"),
          Ban.onAll("java.util.concurrent.ThreadLocalRandom.", CHANCE),
          Ban.onAll("java.util.random.RandomGenerator.of", CHANCE),
          Ban.on("java.util.random.RandomGenerator.getDefault", CHANCE),
          Ban.on("java.lang.Math.random", CHANCE),
          Ban.on("java.util.UUID.randomUUID", CHANCE),
          // The rehearsal paces itself so that people can follow, and operators look now and then.
          Ban.on(
              "java.lang.Thread.sleep", WAITING, Rooms.HOME + "rehearsal", Rooms.HOME + "operator"),
          Ban.onAll("java.util.concurrent.TimeUnit.sleep", WAITING),
          // Pacing has to know how long it slept, and measuring is what a benchmark is for.
          Ban.on(
              "java.lang.System.nanoTime",
              CLOCK,
              Rooms.HOME + "rehearsal",
              Rooms.HOME + "benchmark",
              Rooms.HOME + "serve"));

  @Test
  void noClassReachesForTheClockChanceOrTheEnvironmentBesideTheEdge() {
    assertThat(broken(Compiled.MAIN, BANS)).isEmpty();
  }

  @Test
  void noTestReachesForThemEither() {
    assertThat(broken(Compiled.TESTS, BANS)).isEmpty();
  }

  @Test
  void onlyTheEdgeKnowsLambda() {
    noClasses()
        .that()
        .resideOutsideOfPackage(Rooms.HOME + "edge..")
        // The simulated Lambda hands handlers what the real one does.
        .and(not(resideInAPackage(Rooms.HOME + "world").and(simpleName("SimulatedContext"))))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.amazonaws.services.lambda..")
        .check(Compiled.MAIN);
  }

  @Test
  void onlyTheRoomForThatLooksUpResourcesOfRds() {
    var lookups =
        Stream.of(
                "describeDBClusters",
                "describeDBClusterParameterGroups",
                "describeDBClusterSnapshots",
                "describeDBInstances",
                "describeDBParameterGroups",
                "describeDBSubnetGroups",
                "listTagsForResource")
            .map(RDS_CLIENT::concat)
            .map(call -> Ban.onAll(call, "RdsLookup tells what isn't there", Rooms.HOME + "rds"))
            .toList();
    assertThat(broken(Compiled.DEPLOYED, lookups)).isEmpty();
  }

  @Test
  void everyRoomKnowsThoseAloneThatTheMapAllows() {
    var doors = new TreeSet<String>();
    for (var from : Compiled.MAIN) {
      var room = Rooms.of(from.getName());
      assertThat(Rooms.MAY_KNOW).as("the map has no room " + room).containsKey(room);
      for (var dependency : from.getDirectDependenciesFromSelf()) {
        var to = dependency.getTargetClass().getBaseComponentType();
        if (to.getName().startsWith(Rooms.HOME)
            && !Rooms.of(to.getName()).equals(room)
            && !Rooms.MAY_KNOW.get(room).contains(Rooms.of(to.getName()))) {
          doors.add(room + " -> " + Rooms.of(to.getName()) + ": " + dependency.getDescription());
        }
      }
    }
    assertThat(doors).isEmpty();
  }

  @Test
  void theMapNamesNoRoomThatIsNotThere() {
    var rooms =
        Compiled.MAIN.stream().map(JavaClass::getName).map(Rooms::of).collect(Collectors.toSet());
    assertThat(Rooms.MAY_KNOW.keySet()).isEqualTo(rooms);
    assertThat(Rooms.MAY_KNOW.values()).allSatisfy(known -> assertThat(rooms).containsAll(known));
  }

  @Test
  void theDeployedModuleHoldsTheDeployedRoomsAloneAndKnowsNoOther() {
    var deployed =
        Compiled.DEPLOYED.stream()
            .map(JavaClass::getName)
            .map(Rooms::of)
            .collect(Collectors.toSet());
    assertThat(deployed).isEqualTo(Rooms.DEPLOYED);
    for (var room : Rooms.DEPLOYED) {
      assertThat(Rooms.DEPLOYED).containsAll(Rooms.MAY_KNOW.get(room));
    }
  }

  @Test
  void noPackagesKnowEachOtherInACircle() {
    slices().matching(Rooms.HOME + "(**)").should().beFreeOfCycles().check(Compiled.MAIN);
  }

  @Test
  void noClassIsNamedForNothingInParticular() {
    noClasses()
        .should()
        .haveNameMatching(".*(Util|Utils|Manager|Impl|Helper|Helpers)")
        .because("a name says what a class is for")
        .check(Compiled.MAIN);
  }

  @Test
  void everyPackageSaysWhatItHoldsAndRefuses() {
    var silent = new TreeSet<String>();
    for (var source : Repository.files(".java")) {
      var main = source.getParent().resolve("package-info.java");
      var other = Path.of(main.toString().replace(Path.of("src/test").toString(), "src/main"));
      if (!Files.exists(main) && !Files.exists(other)) {
        silent.add(Repository.name(source.getParent()));
      }
    }
    assertThat(silent).as("packages without a package-info.java").isEmpty();
  }

  @Test
  void everyErrorIsATopLevelClassThatReadsWellAsAName() {
    classes()
        .that()
        .resideInAPackage(Rooms.HOME + "error")
        .and()
        .areNotAssignableFrom(OperatorError.class)
        .and()
        .doNotHaveSimpleName("package-info")
        .and()
        .doNotBelongToAnyOf(Finding.class) // what two of the errors are lists of
        .should()
        .beTopLevelClasses()
        .andShould()
        .bePublic()
        .andShould()
        .haveModifier(JavaModifier.FINAL)
        .andShould()
        .beAssignableTo(OperatorError.class)
        .andShould()
        .haveSimpleNameNotEndingWith("Exception")
        .because("Step Functions shows an operator the class's name")
        .check(Compiled.MAIN);
  }

  @Test
  void operatorErrorsLiveInTheirOwnRoom() {
    classes()
        .that()
        .areAssignableTo(OperatorError.class)
        .should()
        .resideInAPackage(Rooms.HOME + "error")
        .check(Compiled.MAIN);
  }

  @Test
  void everyHandlerIsAFinalClassThatLambdaCanMake() {
    var handlers = handlers();
    assertThat(handlers)
        .allSatisfy(
            handler -> {
              assertThat(handler.getModifiers())
                  .as(handler.getName())
                  .contains(JavaModifier.PUBLIC, JavaModifier.FINAL);
              assertThat(handler.getSimpleName()).endsWith("Handler");
              assertThat(handler.getConstructor().getModifiers())
                  .as(handler.getName() + "()")
                  .contains(JavaModifier.PUBLIC);
            });
  }

  @Test
  void everyHandlerIsAFunction() {
    var functions =
        Stream.<Class<?>>concat(
            Stream.of(HandlerFunction.values()).map(HandlerFunction::handler),
            Stream.of(ScheduledFunction.values()).map(ScheduledFunction::handler));
    assertThat(functions.map(Class::getName))
        .containsExactlyInAnyOrderElementsOf(handlers().stream().map(JavaClass::getName).toList());
  }

  private static Set<JavaClass> handlers() {
    return Compiled.MAIN.stream()
        .filter(type -> type.isAssignableTo(JsonHandler.class))
        .filter(type -> !type.isEquivalentTo(JsonHandler.class))
        .filter(type -> !type.isEquivalentTo(ScheduledHandler.class))
        .collect(Collectors.toSet());
  }

  private static List<String> broken(JavaClasses classes, List<Ban> bans) {
    var broken = new ArrayList<String>();
    for (var type : classes) {
      for (var access : type.getAccessesFromSelf()) {
        bans.stream()
            .filter(ban -> ban.isBrokenBy(access))
            .forEach(ban -> broken.add(ban.brokenBy(access)));
      }
    }
    return broken;
  }
}
