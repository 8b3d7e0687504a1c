package aurora.restore.infra.proof;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import aurora.restore.world.Authorization;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Tells the stories of the state machines under an enforcement of permissions. */
final class Stories implements TestExecutionListener {
  /** The classes that tell the same under other seeds, or with a real database. */
  static final String LEFT_OUT = ".*(Seeds|RealData)Test";

  /** What is held while a story of a class is told again, by the class. */
  private static final Map<UniqueId, Object> AGAIN = new ConcurrentHashMap<>();

  private final Enforcement enforcement;
  private final List<Told> told = new ArrayList<>();
  private long startedNanos;

  private Stories(Enforcement enforcement) {
    this.enforcement = enforcement;
  }

  /**
   * All of them, but for those that are left out: on each processor a class after the other, under
   * an enforcement of its own.
   */
  static List<Told> all(Supplier<Enforcement> enforcement) {
    var chapters =
        new ConcurrentLinkedQueue<>(
            Chapters.all().stream().filter(chapter -> !chapter.matches(LEFT_OUT)).toList());
    var told = new ConcurrentLinkedQueue<Told>();
    try (var tellers = Executors.newThreadPerTaskExecutor(Thread::new)) {
      var under =
          Stream.generate(enforcement).limit(Runtime.getRuntime().availableProcessors()).toList();
      var ends =
          under.stream().map(its -> tellers.submit(() -> tellNext(chapters, its, told))).toList();
      for (var end : ends) {
        end.get();
      }
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException("not all stories were told", e);
    }
    return List.copyOf(told);
  }

  private static void tellNext(Queue<String> chapters, Enforcement enforcement, Queue<Told> told) {
    for (var next = chapters.poll(); next != null; next = chapters.poll()) {
      told.addAll(tell(enforcement, selectClass(next)));
    }
  }

  /** One that was told before. None of its class is meanwhile: some share what they begin with. */
  static Told again(Told before, Enforcement enforcement) {
    synchronized (AGAIN.computeIfAbsent(before.chapterId(), chapter -> new Object())) {
      return tell(enforcement, selectUniqueId(before.id())).getFirst();
    }
  }

  private static List<Told> tell(Enforcement enforcement, DiscoverySelector selector) {
    var stories = new Stories(enforcement);
    var request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selector)
            .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
            .build();
    ScopedValue.where(Authorization.IN_FORCE, enforcement)
        .run(() -> launcher().execute(request, stories));
    if (stories.told.isEmpty()) {
      throw new IllegalStateException("no story is found by " + selector);
    }
    return List.copyOf(stories.told);
  }

  /** Without the listeners of the run that this one is a part of. */
  private static Launcher launcher() {
    return LauncherFactory.create(
        LauncherConfig.builder()
            .enableTestExecutionListenerAutoRegistration(false)
            .enableLauncherSessionListenerAutoRegistration(false)
            .build());
  }

  @Override
  public void executionStarted(TestIdentifier test) {
    startedNanos = System.nanoTime();
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    var failure = result.getThrowable();
    if (test.isTest() || failure.isPresent()) {
      told.add(
          new Told(
              test.getUniqueId(),
              name(test),
              failure,
              enforcement.takeUsed(),
              enforcement.takeDenied(),
              TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedNanos)));
    }
  }

  private static String name(TestIdentifier test) {
    var where =
        test.getSource()
            .flatMap(
                source ->
                    switch (source) {
                      case MethodSource method ->
                          Optional.of(method.getClassName() + "." + method.getMethodName());
                      case ClassSource type -> Optional.of(type.getClassName());
                      case org.junit.platform.engine.TestSource other -> Optional.<String>empty();
                    });
    return where.map(it -> it + " " + test.getDisplayName()).orElse(test.getDisplayName());
  }
}
