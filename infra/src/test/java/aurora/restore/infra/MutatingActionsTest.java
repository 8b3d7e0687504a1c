package aurora.restore.infra;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.infra.Synthesized.Statement;
import aurora.restore.infra.permission.Grants;
import aurora.restore.operation.Ownership;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Over every statement of every role: what changes something is bound to the operation's tag or to
 * what the stack itself has made. What can't be so bound stands in docs/deploy.md with its reason,
 * and nothing stands there that isn't so.
 */
class MutatingActionsTest {
  /**
   * Whatever doesn't begin so is taken to change something, a new action too; and so is reading a
   * secret, for who knows a password can do what it lets them do.
   */
  private static final Pattern READING =
      Pattern.compile("[a-z0-9-]+:(Describe|Get(?!SecretValue)|List|Query)[A-Za-z]*");

  private static final String TAGGED =
      "{\"Null\":{\"aws:ResourceTag/" + Ownership.TAG + "\":\"false\"}}";

  private static final String TAGGED_FROM_BIRTH =
      "{\"Null\":{\"aws:RequestTag/" + Ownership.TAG + "\":\"false\"}}";

  /** What such an action names isn't there yet; others may be asked of what is there already. */
  private static final Pattern MAKING = Pattern.compile("rds:(Copy|Create|Restore)[A-Za-z]+");

  private static final Pattern ROW =
      Pattern.compile("\\| ((?:`[a-z0-9-]+:[A-Za-z]+`(?:, )?)+) \\| `([^`]+)` \\| (.+) \\|");

  /** An action, and what it is allowed on. */
  private record Unbound(String action, String resource) implements Comparable<Unbound> {
    @Override
    public int compareTo(Unbound other) {
      return (action + " " + resource).compareTo(other.action + " " + other.resource);
    }
  }

  private static Set<Unbound> unbound(Collection<Synthesized> stacks, boolean changesAlone) {
    var unbound = new TreeSet<Unbound>();
    for (var stack : stacks) {
      for (var statement : stack.statements()) {
        if (statement.isAllowed() && !statement.condition().equals(TAGGED)) {
          resources(statement)
              .filter(resource -> !isOfTheStack(stack, resource))
              .map(MutatingActionsTest::spelt)
              .filter(resource -> changesAlone || resource.equals("*"))
              .forEach(
                  resource ->
                      statement.actions().stream()
                          .filter(action -> !changesAlone || !READING.matcher(action).matches())
                          .filter(action -> !isBornTagged(statement, action))
                          .forEach(action -> unbound.add(new Unbound(action, resource))));
        }
      }
    }
    return unbound;
  }

  private static boolean isBornTagged(Statement statement, String action) {
    return statement.condition().equals(TAGGED_FROM_BIRTH) && MAKING.matcher(action).matches();
  }

  private static Stream<JsonNode> resources(Statement statement) {
    return Synthesized.list(statement.body().path("Resource"));
  }

  /** A reference to a resource of the template, an index of its tables, or one of its machines. */
  private static boolean isOfTheStack(Synthesized stack, JsonNode resource) {
    var names = new TreeSet<String>();
    resource.findValues("Ref").forEach(reference -> names.add(reference.asText()));
    resource.findValues("Fn::GetAtt").forEach(made -> names.add(made.path(0).asText()));
    return names.stream().anyMatch(stack.template().path("Resources")::has)
        || spelt(resource)
            .matches(
                "arn:aws:(states:REGION:ACCOUNT:(stateMachine|execution)"
                    + ":(aurora-restore|orders-dr)-[a-z-]+(:\\*)?)");
  }

  /** As the document spells it: with capitals for what the deployment decides. */
  private static String spelt(JsonNode resource) {
    if (resource.isTextual()) {
      return resource.asText();
    }
    return Synthesized.list(resource.at("/Fn::Join/1"))
        .map(part -> part.isTextual() ? part.asText() : pseudo(part.path("Ref").asText()))
        .collect(Collectors.joining());
  }

  private static String pseudo(String reference) {
    return switch (reference) {
      case "AWS::Partition" -> "aws";
      case "AWS::Region" -> "REGION";
      case "AWS::AccountId" -> "ACCOUNT";
      case String other -> "<" + other + ">";
    };
  }

  private static Set<Unbound> documented() throws IOException {
    var rows = ROW.matcher(Files.readString(Path.of("..", "docs", "deploy.md"))).results().toList();
    var documented = new TreeSet<Unbound>();
    for (var row : rows) {
      assertThat(row.group(3)).as("the reason").hasSizeGreaterThan(20);
      Arrays.stream(row.group(1).split(", "))
          .map(action -> new Unbound(action.replace("`", ""), row.group(2)))
          .forEach(one -> assertThat(documented.add(one)).as(one + " is documented once").isTrue());
    }
    return documented;
  }

  @Test
  void whatChangesMoreThanTheOperationsOwnOrTheStacksIsDocumentedWithItsReason() throws Exception {
    var unbound = unbound(Synthesized.both(), true);
    unbound.addAll(unbound(Synthesized.both(), false));

    assertThat(unbound).isNotEmpty();
    assertThat(documented()).containsExactlyInAnyOrderElementsOf(unbound);
  }

  /** For IAM can't tell tagging what is made from tagging what is there. */
  @Test
  void whoMayTagChangeOrDeleteIsDeniedToTouchWhatIsMarked() {
    for (var stack : Synthesized.both()) {
      var able =
          stack.statements().stream()
              .filter(Statement::isAllowed)
              .filter(
                  statement ->
                      statement.actions().stream()
                          .anyMatch(it -> it.matches("rds:(AddTags|Delete|Enable|Modify).*")))
              .toList();
      assertThat(able).isNotEmpty();
      for (var statement : able) {
        var denied =
            stack.statements().stream()
                .filter(it -> it.owner().equals(statement.owner()) && !it.isAllowed())
                .filter(it -> it.condition().contains("aws:ResourceTag/" + Grants.HANDS_OFF))
                .filter(it -> it.resources().contains("\"*\""))
                .flatMap(it -> it.actions().stream())
                .toList();
        assertThat(statement.actions())
            .filteredOn(it -> it.matches("rds:(AddTags|Delete|Enable|Modify).*"))
            .as(statement.owner())
            .isSubsetOf(denied);
      }
    }
  }

  @Test
  void nothingThatExistsIsDeletedOrModifiedButByTheTag() {
    assertThat(unbound(Synthesized.both(), true))
        .filteredOn(one -> one.action().matches("rds:(Delete|Modify|Remove|Stop|Start|Add).*"))
        .as("tags of what is made, and a final snapshot, which isn't there yet")
        .containsExactlyInAnyOrder(
            new Unbound("rds:AddTagsToResource", "arn:aws:rds:REGION:ACCOUNT:cluster:*"),
            new Unbound(
                "rds:AddTagsToResource",
                "arn:aws:rds:REGION:ACCOUNT:cluster-snapshot:aurora-restore-*"),
            new Unbound("rds:AddTagsToResource", "arn:aws:rds:REGION:ACCOUNT:db:*"),
            new Unbound(
                "rds:AddTagsToResource", "arn:aws:rds:REGION:ACCOUNT:subgrp:aurora-restore-*"),
            new Unbound("rds:AddTagsToResource", "arn:aws:rds:REGION:ACCOUNT:cluster-snapshot:*"),
            new Unbound("rds:DeleteDBCluster", "arn:aws:rds:REGION:ACCOUNT:cluster-snapshot:*"));
    assertThat(unbound(Synthesized.both(), true))
        .filteredOn(one -> one.action().matches("(?!rds:)[a-z0-9-]+:(Delete|Modify|Remove|Stop).*"))
        .as("Lambda's network interfaces, which its code can't touch, and the delivery of logs")
        .extracting(Unbound::action)
        .containsExactlyInAnyOrder("ec2:DeleteNetworkInterface", "logs:DeleteLogDelivery");
  }
}
