package aurora.restore.trial.invariant;

import aurora.restore.engine.Execution;
import java.util.List;
import java.util.stream.Stream;

/**
 * A promise of the pipeline that holds whatever happens. One is made for each trial, so it may
 * remember what it saw.
 */
public sealed interface Invariant
    permits AutomaticCleanUpTakesItsOwn,
        CleanUpLeavesNothing,
        EndsAreRecordedOnce,
        EndsAreTold,
        ErrorsHaveNames,
        EvidenceHolds,
        ExpiredIsCleanedUp,
        FinalSnapshotComesFirst,
        HandsOffIsHeeded,
        HistoriesAreShort,
        MailsAreReadable,
        NothingIsMadeTwice,
        NothingIsSecret,
        OnlyTheHolderActs,
        OnlyWhatPassesIsRetried,
        OthersAreUntouched,
        OwnAloneIsChanged,
        RowAgreesWithWorld,
        RowOutlivesResources,
        SourceIsUntouched,
        SuccessIsTrue,
        TagsFromBirth,
        TrailAgreesWithHistory,
        UndisturbedSucceeds,
        WaitsEnd {

  /** A call that makes, changes or deletes something has taken effect. */
  default void onChange(Observed evidence, Change change) {}

  /** An execution has just ended; nothing else has happened since. */
  default void onEnd(Observed evidence, Execution execution) {}

  /** Something has happened. */
  default void afterEvent(Observed evidence) {}

  /** Everything was mended, and a month has passed. */
  default void atLast(Observed evidence) {}

  default String name() {
    return getClass().getSimpleName();
  }

  /** New ones of all kinds. */
  static List<Invariant> all() {
    return Stream.<Invariant>of(
            new OwnAloneIsChanged(),
            new HandsOffIsHeeded(),
            new AutomaticCleanUpTakesItsOwn(),
            new SourceIsUntouched(),
            new OthersAreUntouched(),
            new TagsFromBirth(),
            new OnlyTheHolderActs(),
            new NothingIsMadeTwice(),
            new SuccessIsTrue(),
            new UndisturbedSucceeds(),
            new FinalSnapshotComesFirst(),
            new CleanUpLeavesNothing(),
            new RowOutlivesResources(),
            new RowAgreesWithWorld(),
            new TrailAgreesWithHistory(),
            new EndsAreRecordedOnce(),
            new EndsAreTold(),
            new EvidenceHolds(),
            new ExpiredIsCleanedUp(),
            new WaitsEnd(),
            new HistoriesAreShort(),
            new ErrorsHaveNames(),
            new OnlyWhatPassesIsRetried(),
            new MailsAreReadable(),
            new NothingIsSecret())
        .toList();
  }
}
