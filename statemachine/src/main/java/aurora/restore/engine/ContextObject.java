package aurora.restore.engine;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * {@code $states} with its {@code input} and {@code context} (Developer Guide, "Accessing execution
 * data from the Context object in Step Functions").
 */
final class ContextObject {
  private ContextObject() {}

  /**
   * @param item the Map item to show; null outside a Map
   */
  static ObjectNode states(ExecutionProcess process, Visit visit, Branch.Item item) {
    var execution = process.execution();
    var context = JsonNodeFactory.instance.objectNode();
    var ofExecution = context.putObject("Execution");
    ofExecution.put("Id", execution.arn());
    ofExecution.set("Input", execution.input());
    ofExecution.put("Name", execution.name());
    ofExecution.put("StartTime", Iso.text(execution.startDate()));
    ofExecution.put("RedriveCount", execution.redriveCount());
    if (execution.redriveDate() != null) {
      ofExecution.put("RedriveTime", Iso.text(execution.redriveDate()));
    }
    var ofState = context.putObject("State");
    ofState.put("Name", visit.state().name());
    ofState.put("EnteredTime", Iso.text(visit.entered()));
    ofState.put("RetryCount", visit.retryCount());
    var ofMachine = context.putObject("StateMachine");
    ofMachine.put("Id", execution.machineArn());
    ofMachine.put("Name", process.machineName());
    if (item != null) {
      var ofItem = context.putObject("Map").putObject("Item");
      ofItem.put("Index", item.index());
      ofItem.set("Value", item.value());
    }
    var states = JsonNodeFactory.instance.objectNode();
    states.set("input", visit.input());
    states.set("context", context);
    return states;
  }
}
