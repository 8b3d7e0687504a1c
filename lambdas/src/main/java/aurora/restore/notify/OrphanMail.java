package aurora.restore.notify;

import aurora.restore.operation.OwnedResource;
import aurora.restore.operation.StatesCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes the mail of what carries the pipeline's tag although no operation is known for it:
 * somebody pays for it, and nothing will ever delete it by itself.
 *
 * @param region where they are
 * @param resources by operation, as their tags name it
 * @param cleanUpArn the state machine that cleans up
 */
public record OrphanMail(
    String region, Map<String, List<OwnedResource>> resources, String cleanUpArn) {

  public Mail written() {
    var lines = new ArrayList<String>();
    lines.add(
        "These resources in " + region + " carry the tag of an operation that nothing tells of:");
    resources.forEach(
        (operation, found) -> {
          lines.add("");
          lines.add("Operation: " + operation);
          found.forEach(resource -> lines.add("Resource:  " + resource));
          lines.add("Clean up with:");
          lines.add(
              StatesCommand.start(
                  cleanUpArn, StatesCommand.quoted("{\"operation_id\":\"" + operation + "\"}")));
        });
    lines.add("");
    lines.add("Remedy: see whether they are still needed; clean up what isn't, with the command");
    lines.add("above. They are reported once a day for as long as they are there.");
    var count = resources.values().stream().mapToInt(List::size).sum();
    return new Mail(
        resources.size() == 1 ? resources.keySet().iterator().next() : null,
        "ORPHANS",
        Mail.Severity.ERROR,
        "Reaper",
        "Aurora restore ORPHANS: "
            + count
            + (count == 1 ? " resource" : " resources")
            + " of no known operation in "
            + region,
        String.join("\n", lines) + "\n");
  }
}
