package aurora.restore.infra.artifact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/** Makes the files that the functions' container image consists of; Jib makes the image of them. */
final class FunctionsImage {
  private FunctionsImage() {}

  /**
   * @param arguments the directory, which is made anew
   */
  public static void main(String[] arguments) throws IOException {
    var directory = Path.of(arguments[0]).toAbsolutePath().normalize();
    Directories.delete(directory);
    var rest = Files.createTempDirectory("functions-image");
    try {
      var image = ImageRoot.make(directory);
      new Training(image, rest, InstantSource.system()).run();
      System.out.printf("functions.aot: %.1f MB%n", Files.size(image.at(ImageRoot.CACHE)) / 1e6);
    } finally {
      Directories.delete(rest);
    }
  }
}
