package aurora.restore.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.house.Repository;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with a file or a command line is said in one sentence, in words for people. */
class WrongFilesTest {
  private static final int REFUSED = 1;
  private static final int USAGE = 2;

  @TempDir private Path directory;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(List<String> arguments) {
    return Rehearse.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments.toArray(String[]::new));
  }

  private static List<String> withExample(String... arguments) {
    var example = Repository.path("docs/examples/restore.json").toString();
    return Stream.concat(Stream.of("--input", example), Stream.of(arguments)).toList();
  }

  /** Neither a class nor a stack trace, and no word of the parser's. */
  private void assertOneSentence() {
    assertThat(err.toString().strip())
        .doesNotContain("Exception", "aurora.restore.", "\tat ", "com.fasterxml", "Token", "java.")
        .startsWith("rehearse");
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("", "is empty"),
        Arguments.of("  \n\n", "is empty"),
        Arguments.of("\ufeff{}", "byte order mark"),
        Arguments.of("{\"a\": 1,}", "line 1, column 9: a comma too many before }"),
        Arguments.of("{\"a\": [1,]}", "line 1, column 10: a value is missing before ]"),
        Arguments.of("{\"a\": 1 \"b\": 2}", "a comma is missing before \""),
        Arguments.of("{\n  \"a\" 1\n}", "line 2, column 7: a colon is missing after the key"),
        Arguments.of("{\n  a: 1\n}", "line 2, column 3: a key stands in double quotes, here is a"),
        Arguments.of("{'a': 1}", "a key stands in double quotes, here is '"),
        Arguments.of("{\"a\": orders}", "orders isn't a value: a text stands in double quotes"),
        Arguments.of("{\"a\": True}", "True isn't a value"),
        Arguments.of("{\"a\": ", "the document ends too early"),
        Arguments.of("{\"a\": {\"b\": 1}", "the document ends too early"),
        Arguments.of("{\"a\": \"b\n\"}", "its closing quote is missing"),
        Arguments.of("{\"a\": 1, \"a\": 2}", "the key a stands here a second time"),
        Arguments.of("{} {}", "something follows after the document"),
        Arguments.of("{}\n\n}", "line 3, column 1"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void aTextThatIsNoDocumentIsRefusedByItsPlaceAsInputAndAsWorld(String text, String said)
      throws IOException {
    var file = Files.writeString(directory.resolve("file.json"), text);
    for (var option : List.of("--input", "--world")) {
      var line = List.of(option, file.toString());
      assertThat(run(option.equals("--input") ? line : withExample(line.toArray(String[]::new))))
          .isEqualTo(REFUSED);
      assertThat(err.toString().strip().lines()).hasSize(1).first().asString().contains(said);
      assertOneSentence();
      err.getBuffer().setLength(0);
    }
  }

  static Stream<Arguments> worlds() {
    return Stream.of(
        Arguments.of("\"status\": \"available\"", "\"status\": \"availible\"", "is available"),
        Arguments.of("\"age_hours\": 6", "\"age_hours\": -6", "-6 isn't between 0 and"),
        Arguments.of("\"age_hours\": 6", "\"age_hours\": \"six\"", "age_hours: must be a whole"),
        Arguments.of("\"age_hours\": 6", "\"age\": 6", "isn't known, the nearest is"),
        Arguments.of("\"keys\": []", "\"keys\": {}", "keys: must be a list"),
        Arguments.of("\"keys\": []", "\"kyes\": []", "kyes: isn't known, the nearest is keys"),
        Arguments.of("\"missing\": []", "\"missing\": [7]", "missing[0]: must be an object"),
        Arguments.of(
            "\"starts_at\": \"2026-11-23T03:00:00Z\"",
            "\"starts_at\": \"monday\"",
            "starts_at: must be a time"),
        Arguments.of("\"zone\": \"us-west-2a\"", "\"zone\": \"us-east-1a\"", "isn't a zone of"),
        Arguments.of("\"account\": \"111122223333\"", "\"account\": \"1111\"", "isn't an account"),
        Arguments.of(
            "\"instance_class\": \"db.r6g.large\"",
            "\"instance_class\": \"db.r6g.huge\"",
            "there is no class db.r6g.huge"),
        Arguments.of("\"region\": \"us-east-1\"", "\"region\": \"us-est-1\"", "is us-east-1"));
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void aWorldThatCantBeIsRefusedByItsPlace(String right, String wrong, String said)
      throws IOException {
    var example = Repository.read("docs/examples/worlds/snapshot-missing.json");
    assertThat(example).contains(right);
    var file = directory.resolve("world.json");
    Files.writeString(file, example.replace(right, wrong));

    assertThat(run(withExample("--world", file.toString()))).isEqualTo(REFUSED);

    assertThat(err.toString().strip().lines()).hasSize(1).first().asString().contains(said);
    assertOneSentence();
  }

  static Stream<Arguments> commandLines() {
    return Stream.of(
        Arguments.of(List.of("--sped", "max"), "--sped"),
        Arguments.of(List.of("--speed", "fast"), "neither a number above 0 nor 'max'"),
        Arguments.of(List.of("--seed", "one"), "'one'"),
        Arguments.of(List.of("--fault", "cluster-fails=nonsense"), "no status of RDS"),
        Arguments.of(List.of("--fault", "cluster-fails=faild"), "did you mean failed?"),
        Arguments.of(List.of("--fault", "aborted=nonsense"), "knows no 'nonsense'"),
        Arguments.of(List.of("--fault", "nonsense"), "there is no fault 'nonsense'"),
        Arguments.of(List.of("--fault", "source-region-down=nowhere"), "there is no region"),
        Arguments.of(List.of("--fault", "access-denied=rds:Nothing"), "no function calls"),
        Arguments.of(List.of("--drill", "--redrive"), "--drill goes without"));
  }

  @ParameterizedTest
  @MethodSource("commandLines")
  void aWrongCommandLineIsAnsweredWithTheErrorAndWhereToLook(List<String> line, String said) {
    assertThat(run(withExample(line.toArray(String[]::new)))).isEqualTo(USAGE);
    assertThat(err.toString().strip().lines())
        .hasSize(2)
        .satisfies(lines -> assertThat(lines.getFirst()).contains(said))
        .satisfies(lines -> assertThat(lines.getLast()).isEqualTo("See ./rehearse --help"));
    assertOneSentence();
  }

  @Test
  void aFileThatIsNotThereOrIsNoTextIsSaidToBeSo() throws IOException {
    assertThat(run(List.of("--input", "nowhere.json"))).isEqualTo(REFUSED);
    assertThat(err.toString()).contains("nowhere.json: there is no such file");
    var latin = directory.resolve("latin.json");
    Files.write(latin, "{\"a\": \"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(run(List.of("--input", latin.toString()))).isEqualTo(REFUSED);
    assertThat(err.toString()).contains("isn't text in UTF-8");
  }
}
