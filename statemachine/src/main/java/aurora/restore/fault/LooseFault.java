package aurora.restore.fault;

/** A fault that was let loose in a world. */
public final class LooseFault {
  private final FaultOrder order;
  private final Stage stage;
  private final Runnable mending;
  private boolean mended;

  LooseFault(FaultOrder order, Stage stage, Runnable mending) {
    this.order = order;
    this.stage = stage;
    this.mending = mending;
  }

  public FaultOrder order() {
    return order;
  }

  /** How often it made something go wrong; 0: it never came to pass. */
  public int strikes() {
    return stage.strikes();
  }

  /** Sees to it that nothing goes wrong by it from now on, and that its cause is gone. */
  public void mend() {
    if (!mended) {
      mended = true;
      stage.close();
      mending.run();
    }
  }

  public boolean isMended() {
    return mended;
  }
}
