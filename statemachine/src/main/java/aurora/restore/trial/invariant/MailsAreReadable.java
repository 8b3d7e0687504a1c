package aurora.restore.trial.invariant;

/** Every mail has a short plain subject and a body; that of a failure says what to do. */
final class MailsAreReadable implements Invariant {
  private static final int MOST_SUBJECT_CHARACTERS = 99;
  private int seen;

  @Override
  public void afterEvent(Observed evidence) {
    var mails = evidence.world().mail();
    for (; seen < mails.size(); seen++) {
      var mail = mails.get(seen);
      var isFailure = "FAILED".equals(mail.attributes().get("event"));
      if (mail.subject() == null
          || mail.subject().length() > MOST_SUBJECT_CHARACTERS
          || !mail.subject().matches("[\\x20-\\x7e]+")
          || (isFailure && !mail.body().contains("Remedy: "))) {
        evidence.violated(this, mail.toString());
      }
    }
  }
}
