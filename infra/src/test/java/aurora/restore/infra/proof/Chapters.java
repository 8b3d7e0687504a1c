package aurora.restore.infra.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The classes that stories stand in, by the files that they were compiled to: JUnit passes over a
 * class that it can't load, and says so in a log that nobody reads.
 */
final class Chapters {
  private static final String PACKAGE = "aurora/restore/stories";

  private Chapters() {}

  /** Their names, e.g. {@code aurora.restore.stories.CopyTest}. */
  static Set<String> all() {
    var resource = Chapters.class.getClassLoader().getResource(PACKAGE);
    if (resource == null) {
      throw new IllegalStateException("no stories are on the class path");
    }
    try {
      var place = resource.toURI();
      if (!place.getScheme().equals("jar")) {
        return below(Path.of(place));
      }
      try (var jar = FileSystems.newFileSystem(place, Map.of())) {
        return below(jar.getPath(PACKAGE));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(resource + " is no URI", e);
    }
  }

  private static Set<String> below(Path directory) throws IOException {
    try (var files = Files.walk(directory)) {
      return files
          .map(file -> PACKAGE + "/" + directory.relativize(file))
          .filter(name -> name.endsWith("Test.class"))
          .map(name -> name.replace(".class", "").replace('/', '.'))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
