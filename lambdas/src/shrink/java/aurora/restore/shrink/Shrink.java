package aurora.restore.shrink;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Makes the deployed jar: of all that the handlers are packaged with, the classes and methods that
 * one of them may reach. More than half of the SDK's clients are operations that nobody here calls.
 */
final class Shrink {
  private Shrink() {}

  /**
   * @param arguments the jar with everything; the jar to be made; the time that its entries are to
   *     have, so that the same classes always make the same jar
   */
  public static void main(String[] arguments) throws Exception {
    var timestamp = OffsetDateTime.parse(arguments[2]).withOffsetSameInstant(ZoneOffset.UTC);
    try (var whole = new WholeJar(Path.of(arguments[0]));
        var out = new ZipOutputStream(Files.newOutputStream(Path.of(arguments[1])))) {
      out.setLevel(9);
      var shrunk = new ShrunkJar(whole, Reachable.in(whole));
      for (var name : whole.files().toList()) {
        var content = shrunk.content(name);
        if (content.isPresent()) {
          var entry = new ZipEntry(name);
          entry.setTimeLocal(timestamp.toLocalDateTime()); // a jar's times are of no zone
          out.putNextEntry(entry);
          out.write(content.get());
        }
      }
    }
  }
}
