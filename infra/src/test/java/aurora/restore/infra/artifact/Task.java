package aurora.restore.infra.artifact;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.zip.ZipFile;

/**
 * The directory that a function's process starts in, as Lambda's {@code /var/task}: the Runtime
 * Interface Client loads classes from it, and from the jars in its {@code lib} (AWS Lambda
 * Developer Guide, "Deploy Java Lambda functions with .zip or JAR file archives").
 */
record Task(Path directory) {
  /** As Lambda has it after a deployment: unpacked. */
  static Task unpacked(Path jar, Path directory) throws IOException {
    var made = new HashSet<Path>();
    try (var zip = new ZipFile(jar.toFile())) {
      for (var entries = zip.entries(); entries.hasMoreElements(); ) {
        var entry = entries.nextElement();
        if (entry.isDirectory()) {
          continue;
        }
        var file = directory.resolve(entry.getName());
        if (made.add(file.getParent())) {
          Files.createDirectories(file.getParent());
        }
        try (var content = zip.getInputStream(entry)) {
          Files.copy(content, file);
        }
      }
    }
    return new Task(directory);
  }

  /** A copy of the jar that lacks a class, as a library of an otherwise empty task. */
  static Task without(String missing, Path jar, Path directory) throws IOException {
    var copy = Files.createDirectories(directory.resolve("lib")).resolve("functions.jar");
    Files.copy(jar, copy);
    try (var zip = FileSystems.newFileSystem(copy)) {
      Files.delete(zip.getPath(missing.replace('.', '/') + ".class"));
    }
    return new Task(directory);
  }
}
