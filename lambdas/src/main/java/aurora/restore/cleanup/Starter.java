package aurora.restore.cleanup;

import aurora.restore.json.JsonText;
import aurora.restore.json.Records;
import aurora.restore.operation.Slug;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;

/** Starts executions under names of their purpose, so that each is started once. */
record Starter(SfnClient sfn) {
  private static final int LONGEST_NAME = 80;

  /**
   * @param prefix what it is started for
   * @param subject what it is about
   * @param suffix what makes it one of a kind
   * @return false where it was started before, and has ended or runs with this input
   */
  boolean start(String machineArn, String prefix, String subject, String suffix, Object input) {
    var room = LONGEST_NAME - prefix.length() - suffix.length() - 2;
    var name = prefix + "-" + Slug.of(subject, room) + "-" + suffix;
    try {
      sfn.startExecution(
          call ->
              call.stateMachineArn(machineArn).name(name).input(JsonText.of(Records.tree(input))));
      return true;
    } catch (ExecutionAlreadyExistsException e) {
      return false; // one attempt under one name: an earlier call has made it
    }
  }
}
