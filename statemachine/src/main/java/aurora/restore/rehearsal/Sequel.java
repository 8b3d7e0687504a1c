package aurora.restore.rehearsal;

/** What follows a restore in a rehearsal. */
enum Sequel {
  /** Nothing: what it made stays. */
  NONE,
  /** Its clean-up, whatever became of it. */
  CLEAN_UP,
  /** A day in which a schedule has fired, and the reaper comes every hour. */
  DAY
}
