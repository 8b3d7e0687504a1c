package aurora.restore.shrink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** The jar with everything. Classes go by their internal names, with slashes. */
final class WholeJar implements AutoCloseable {
  static final String SERVICES = "META-INF/services/";
  private static final String CLASS = ".class";

  private final ZipFile zip;
  private final Map<String, ClassNode> read = new HashMap<>();

  WholeJar(Path file) throws IOException {
    this.zip = new ZipFile(file.toFile());
  }

  /** The names of all files, sorted. */
  Stream<String> files() {
    return zip.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName).sorted();
  }

  Stream<String> classes() {
    return files().filter(WholeJar::isClass).map(WholeJar::typeOf);
  }

  static boolean isClass(String file) {
    return file.endsWith(CLASS);
  }

  /** The class that a file has. */
  static String typeOf(String file) {
    return file.substring(0, file.length() - CLASS.length());
  }

  boolean has(String type) {
    return zip.getEntry(type + CLASS) != null;
  }

  ClassNode type(String name) {
    return read.computeIfAbsent(
        name,
        it -> {
          var node = new ClassNode();
          new ClassReader(content(it + CLASS)).accept(node, 0);
          return node;
        });
  }

  byte[] content(String file) {
    try (var content = zip.getInputStream(zip.getEntry(file))) {
      return content.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The classes that are found by the name of a service, by {@code META-INF/services}. */
  List<String> providers(String service) {
    var file = SERVICES + service.replace('/', '.');
    if (zip.getEntry(file) == null) {
      return List.of();
    }
    return new String(content(file), StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.replaceFirst("#.*", "").strip().replace('.', '/'))
        .filter(line -> !line.isEmpty())
        .toList();
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
