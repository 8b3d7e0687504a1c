package aurora.restore.operator;

import aurora.restore.auditor.Proof;
import aurora.restore.auditor.Review;
import aurora.restore.edge.Json;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

@Command(
    name = "review",
    description =
        "Notes in an operation's trail what somebody thinks of its evidence: who looked, what they"
            + " said, and which document they saw. What was noted before stays.")
final class NoteReview extends OperatorCommand {
  @Parameters(paramLabel = "OPERATION", description = "The operation.")
  private String operation;

  @Option(names = "--by", paramLabel = "NAME", required = true, description = "Who looked at it.")
  private String reviewer;

  @Option(
      names = "--note",
      paramLabel = "TEXT",
      required = true,
      description = "What they have to say of it.")
  private String note;

  @ArgGroup(multiplicity = "1")
  private Choice choice;

  static final class Choice {
    @Option(
        names = "--accept",
        required = true,
        description = "The evidence is accepted. One that doesn't hold can't be.")
    private boolean accept;

    @Option(names = "--reject", required = true, description = "The evidence isn't accepted.")
    private boolean reject;
  }

  @Override
  public Integer call() {
    var examined = examined(operation);
    if (choice.accept && examined.result() != Proof.Result.HOLDS) {
      examined.proofs().forEach(proof -> say(proof.line()));
      throw new Trouble("evidence that doesn't hold can't be accepted; --reject notes that");
    }
    var review =
        Review.of(
            examined,
            root.now(),
            aws().sts().getCallerIdentity().arn(),
            reviewer,
            choice.accept ? Review.Verdict.ACCEPTED : Review.Verdict.REJECTED,
            note);
    append(review, examined.timeToLive());
    if (root.isJson()) {
      print(Json.MAPPER.valueToTree(review));
    }
    say("Noted in the trail of " + operation + ": " + review.entry() + " " + review.verdict());
    say("Of the evidence " + review.evidenceDigest());
    return ExitCode.WELL;
  }

  private void append(Review review, long timeToLive) {
    try {
      aws()
          .services()
          .dynamoDb()
          .putItem(
              put ->
                  put.tableName(deployment().auditTable())
                      .item(review.item(timeToLive))
                      .conditionExpression("attribute_not_exists(operation_id)"));
    } catch (ConditionalCheckFailedException e) {
      throw new Trouble("another review was noted at that very moment; look at it, and try again");
    }
  }
}
