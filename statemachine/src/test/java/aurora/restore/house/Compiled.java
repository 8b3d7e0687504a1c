package aurora.restore.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.stream.Stream;

/** The compiled classes, as ArchUnit reads them. */
final class Compiled {
  static {
    // Without it a minute goes by in reading the SDK's classes, of which no rule speaks.
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
  }

  static final JavaClasses DEPLOYED = in("lambdas/target/classes");
  static final JavaClasses MAIN = in("lambdas/target/classes", "statemachine/target/classes");
  static final JavaClasses TESTS =
      in("lambdas/target/test-classes", "statemachine/target/test-classes");

  private Compiled() {}

  private static JavaClasses in(String... directories) {
    var paths = Stream.of(directories).map(Repository::path).toList();
    assertThat(paths).allSatisfy(path -> assertThat(path).isDirectory());
    return new ClassFileImporter().importPaths(paths);
  }
}
