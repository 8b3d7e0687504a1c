package aurora.restore.json;

/** An enum that JSON has another word for than its constants' names. */
public interface Labelled {
  /** As JSON has it. */
  String label();
}
