package aurora.restore.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Documents, or parts of them, that are made from the code. They are compared with what the code
 * says now; {@code -Dgolden.write=true} writes that into them instead.
 */
public final class Golden {
  private static final String REMEDY =
      "%s isn't what the code says; write it anew with"
          + " ./mvnw verify -Dgolden.write=true, and read the difference";

  private Golden() {}

  /** A document that is made as a whole. */
  public static void whole(String document, String made) {
    if (Boolean.getBoolean("golden.write")) {
      Repository.write(Repository.path(document), made);
      return;
    }
    assertThat(Repository.read(document)).as(REMEDY, document).isEqualTo(made);
  }

  /** What stands in a document between the comments {@code generated: NAME} and {@code end}. */
  public static void section(String document, String name, String made) {
    var text = Repository.read(document);
    var found = section(name).matcher(text);
    assertThat(found.find()).as("%s has a section 'generated: %s'", document, name).isTrue();
    if (Boolean.getBoolean("golden.write")) {
      var anew = found.replaceFirst(Matcher.quoteReplacement(marked(name, made)));
      Repository.write(Repository.path(document), anew);
      return;
    }
    assertThat(found.group()).as(REMEDY, document).isEqualTo(marked(name, made));
  }

  private static Pattern section(String name) {
    return Pattern.compile(
        Pattern.quote("<!-- generated: " + name + " -->") + ".*?<!-- end -->", Pattern.DOTALL);
  }

  private static String marked(String name, String made) {
    return "<!-- generated: " + name + " -->\n" + made + "<!-- end -->";
  }
}
