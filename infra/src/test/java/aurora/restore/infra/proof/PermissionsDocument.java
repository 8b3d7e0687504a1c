package aurora.restore.infra.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes down, for whoever reviews a deployment, what the template lets each role do. */
final class PermissionsDocument {
  private static final String HEAD =
      """
      # Permissions

      What each role of a deployment may do, made from the synthesised template. Of the functions it is tested
      that it is enough, and which of it is used: all stories run again while the simulated AWS enforces these
      policies, each function under its own. Without any one action a story fails; an action on a resource that
      no story uses fails the build, unless [a reason](#what-no-story-uses) is written down for it.

      `%s` stands for the tag that everything made for an operation carries from birth: nothing is deleted or
      changed that doesn't carry it. What is allowed all the same on what neither the tag nor the stack bounds
      is listed with its reasons in [Deploying](deploy.md#what-the-roles-may-do).

      """;

  private final Deployment plain;
  private final Deployment withKey;
  private final Deployment inVpc;

  /**
   * @param withKey the same deployment with a key of its own
   * @param inVpc that with functions in a VPC, and a role for enhanced monitoring
   */
  PermissionsDocument(Deployment plain, Deployment withKey, Deployment inVpc) {
    this.plain = plain;
    this.withKey = withKey;
    this.inVpc = inVpc;
  }

  String markdown() {
    var text = new StringBuilder(HEAD.formatted(Words.TAG));
    var shared = shared();
    text.append("## Every function\n\n").append(table(shared));
    for (var function : plain.functions()) {
      var own = new ArrayList<>(plain.shown(function));
      own.removeAll(shared);
      text.append("## ").append(function).append("\n\n");
      text.append(own.isEmpty() ? "Nothing else.\n\n" : table(own));
    }
    text.append("## With a key of the deployment's own\n\n").append(more(plain, withKey));
    text.append("## In a VPC, and with a role for enhanced monitoring\n\n")
        .append(more(withKey, inVpc));
    text.append("## State machines and rules\n\n").append(others());
    text.append("## What no story uses\n\n").append(reasons());
    return text.toString().stripTrailing() + "\n";
  }

  private List<Statement> shared() {
    var shared = new ArrayList<>(plain.shown(plain.functions().iterator().next()));
    plain.functions().forEach(function -> shared.retainAll(plain.shown(function)));
    return shared;
  }

  private static String table(List<Statement> statements) {
    return "| may | on | where |\n|---|---|---|\n"
        + statements.stream().map(PermissionsDocument::row).collect(Collectors.joining())
        + "\n";
  }

  private static String row(Statement statement) {
    var actions = code(statement.actions());
    return "| %s | %s | %s |\n"
        .formatted(
            statement.allows() ? actions : "**never** " + actions,
            code(statement.resources()),
            statement.conditions().stream().map(Words::of).collect(Collectors.joining(", and ")));
  }

  /** What the functions may do beyond what they may anyway: the same for many. */
  private static String more(Deployment less, Deployment extended) {
    var functions = new TreeMap<String, List<String>>();
    for (var function : extended.functions()) {
      var more = new ArrayList<>(extended.shown(function));
      more.removeAll(less.shown(function));
      more.forEach(
          statement ->
              functions.computeIfAbsent(row(statement), any -> new ArrayList<>()).add(function));
    }
    var rows =
        functions.entrySet().stream()
            .map(entry -> "| " + String.join(", ", entry.getValue()) + " " + entry.getKey())
            .collect(Collectors.joining());
    return "| functions | may | on | where |\n|---|---|---|---|\n" + rows + "\n";
  }

  private String others() {
    var rows =
        inVpc.otherRoles().entrySet().stream()
            .flatMap(
                role -> role.getValue().stream().map(it -> "| " + role.getKey() + " " + row(it)))
            .collect(Collectors.joining());
    return "| role | may | on | where |\n|---|---|---|---|\n" + rows + "\n";
  }

  private static String reasons() {
    var rows =
        Stream.of(Unused.values())
            .map(it -> "| %s | %s |\n".formatted(code(it.what()), it.reason()))
            .collect(Collectors.joining());
    return "| what | reason |\n|---|---|\n" + rows + "\n";
  }

  private static String code(List<String> texts) {
    return texts.stream().map(text -> "`" + text + "`").collect(Collectors.joining("<br>"));
  }
}
