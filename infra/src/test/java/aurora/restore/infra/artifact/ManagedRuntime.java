package aurora.restore.infra.artifact;

import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/**
 * What Lambda brings for a function of its Java runtime: the JVM, and the Runtime Interface Client
 * with what that needs. A function's own classes aren't on the class path: the client loads them
 * from the directory it is started in, and asks the class path first.
 *
 * @param home the JDK's directory
 * @param nativeLibrary the client's half that isn't Java
 */
record ManagedRuntime(Path home, Path nativeLibrary) {
  private static final String CLIENT = AWSLambda.class.getName();
  static final String NATIVE_LIBRARY =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

  /**
   * Of the JDK that this runs on.
   *
   * @param directory where the client's native library is put. Left alone, each process would write
   *     it to one and the same file of the machine
   */
  static ManagedRuntime in(Path directory) throws IOException {
    var library = directory.resolve("libaws-lambda-jni.so");
    copyNativeLibrary(library);
    return new ManagedRuntime(Path.of(System.getProperty("java.home")), library);
  }

  /** The one of the machine that this runs on. */
  static void copyNativeLibrary(Path library) throws IOException {
    var name = "libaws-lambda-jni." + system() + "-" + processor() + ".so";
    try (var content = AWSLambda.class.getResourceAsStream("/jni/" + name)) {
      if (content == null) {
        throw new IllegalStateException("the Runtime Interface Client has no " + name);
      }
      Files.copy(content, library);
    }
  }

  private static String system() {
    try (var loaders = Files.newDirectoryStream(Path.of("/lib"), "ld-musl-*")) {
      return loaders.iterator().hasNext() ? "linux_musl" : "linux";
    } catch (IOException e) {
      throw new IllegalStateException("this is no Linux, which the client needs", e);
    }
  }

  private static String processor() {
    return switch (System.getProperty("os.arch")) {
      case "amd64" -> "x86_64";
      case "aarch64" -> "aarch_64";
      case String other -> other; // for which there is no library: that is said by its name
    };
  }

  /**
   * The command that runs a function. Of Lambda's own settings, those that a start depends on: the
   * first compiler alone (AWS Lambda Developer Guide, "Customize Java runtime startup behavior"),
   * the serial collector; the heap is smaller, since all functions run at once here.
   *
   * @param libraries what else is on the class path: of a deployed function, nothing
   */
  List<String> command(String handler, List<Path> libraries) {
    var command = new ArrayList<String>();
    command.add(home.resolve("bin").resolve("java").toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx256m",
            "-Djava.net.preferIPv4Stack=true",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "-D" + NATIVE_LIBRARY + "=" + nativeLibrary));
    command.add("-classpath");
    command.add(
        Stream.concat(classPath(), libraries.stream())
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator)));
    command.add(CLIENT);
    command.add(handler);
    return command;
  }

  /** The client's jars, each found by a class of it, and nothing else of the test's class path. */
  private static Stream<Path> classPath() {
    return Stream.of(
            AWSLambda.class,
            LambdaRuntime.class,
            PojoSerializer.class,
            SdkInternalThreadLocal.class)
        .map(ManagedRuntime::jarOf);
  }

  static Path jarOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(type + " comes from no file", e);
    }
  }
}
