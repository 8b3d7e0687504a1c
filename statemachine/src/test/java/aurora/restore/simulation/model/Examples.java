package aurora.restore.simulation.model;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What answers of AWS have, as others show them: members and whether they are 0 or empty, none of
 * their values.
 */
record Examples(From from, List<Example> answers) {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String FOLDER = "aurora/restore/simulation/model/";

  /** Of all answers, where they come from. */
  record From(String source, String licence) {}

  /**
   * @param action e.g. {@code rds:DescribeDBClusters}
   * @param from the page that shows it
   * @param of which part of the answer, e.g. {@code DBClusters.0}; empty for all of it
   * @param whole false where the page leaves something out
   * @param members by path, the kinds divided by {@code |}: see {@link AnswerMembers}
   */
  record Example(
      String situation,
      String action,
      String from,
      String of,
      boolean whole,
      Map<String, String> members) {
    Map<String, Set<String>> kinds() {
      var kinds = new TreeMap<String, Set<String>>();
      members.forEach(
          (path, text) -> kinds.put(path, new TreeSet<>(Arrays.asList(text.split("\\|")))));
      return kinds;
    }

    /** The structure that is looked at, e.g. {@code DBCluster}; else the operation. */
    String subject() {
      if (of.isEmpty()) {
        return action.substring(action.indexOf(':') + 1);
      }
      var name = of.replaceAll("\\.\\d+$", "");
      return of.equals(name) ? name : name.replaceAll("s$", "");
    }

    @Override
    public String toString() {
      return situation;
    }
  }

  /** Those that come with the AWS CLI; {@code .ci/example-answers} makes the list. */
  static Examples ofTheCli() {
    return load("examples.json");
  }

  /** Those that users of RDS have published, newer than the AWS CLI's. */
  static Examples recorded() {
    return load("recorded.json");
  }

  static Stream<Example> all() {
    return Stream.of(ofTheCli(), recorded()).flatMap(examples -> examples.answers().stream());
  }

  private static Examples load(String name) {
    try (var in = Examples.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
      return MAPPER.readValue(in, Examples.class);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " can't be read", e);
    }
  }
}
