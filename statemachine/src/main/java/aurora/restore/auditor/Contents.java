package aurora.restore.auditor;

import aurora.restore.audit.Schema;
import aurora.restore.auditor.Section.Mood;
import aurora.restore.auditor.Section.Rows;
import aurora.restore.evidence.Evidence;
import aurora.restore.operation.CheckResult;
import aurora.restore.page.Html;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is shown of examined evidence, in order: the same as text and on a page. */
record Contents(Examined examined) {
  /** The heading of what a page shows as a picture. */
  static final String PHASES = "How long it took";

  private static final int LINK_DIGITS = 12;

  List<Section> all() {
    return Stream.concat(Stream.of(verification()), told())
        .filter(section -> !section.isEmpty())
        .toList();
  }

  /** Nothing of a document that can't be read. */
  private Stream<Section> told() {
    return examined
        .told()
        .map(
            it ->
                Stream.concat(
                    new Happened(it).sections(),
                    Stream.of(trail(it), later(), reviews(), signed())))
        .orElseGet(() -> Stream.of(later(), reviews(), signed()));
  }

  private Section verification() {
    var rows = new Rows("Verification");
    examined.proofs().forEach(it -> rows.of(it.subject().word(), says(it), mood(it)));
    return rows.section();
  }

  private static String says(Proof proof) {
    return proof.result().word() + ": " + proof.says();
  }

  private static Mood mood(Proof proof) {
    return switch (proof.result()) {
      case HOLDS -> Mood.GOOD;
      case ABSENT -> Mood.PLAIN;
      case UNKNOWN, BROKEN -> Mood.BAD;
    };
  }

  private static Section trail(Evidence evidence) {
    var rows = new Rows("Trail, as the document has it");
    if (evidence.trail() != null) {
      for (var link : evidence.trail().events()) {
        rows.of(
            link.event(),
            time(link.entry()) + ", link " + link.digest().substring(0, LINK_DIGITS) + "…");
      }
    }
    return rows.section();
  }

  private Section later() {
    var rows = new Rows("Noted since");
    for (var event : examined.later()) {
      rows.of(event.path("event").asText(), time(event.path(Schema.ENTRY).asText()));
    }
    return rows.section();
  }

  private static String time(String entry) {
    return entry.replaceFirst("#.*", "");
  }

  private Section reviews() {
    var rows = new Rows("Reviews");
    for (var review : examined.reviews()) {
      var ofThis = review.evidenceDigest().equals(examined.row().digest());
      rows.of(
          review.verdict().name(),
          "by %s on %s, as %s: %s%s"
              .formatted(
                  review.reviewer(),
                  review.at(),
                  review.recordedBy(),
                  review.note(),
                  ofThis ? "" : " (of another document, " + review.evidenceDigest() + ")"),
          review.verdict() == Review.Verdict.ACCEPTED ? Mood.PLAIN : Mood.BAD);
    }
    examined.unreadReviews().forEach(entry -> rows.of("unreadable", entry, Mood.BAD));
    return rows.section();
  }

  private Section signed() {
    var row = examined.row();
    var rows =
        new Rows("Digest and signature")
            .of("digest", row.digest())
            .of("written", row.at())
            .of("recorded by", row.recordedBy());
    if (row.signature() != null) {
      rows.of("key", row.signature().keyArn())
          .of("algorithm", row.signature().algorithm())
          .of("signature", row.signature().value());
    }
    return rows.section();
  }

  /** What the document itself tells. */
  private record Happened(Evidence evidence) {
    Stream<Section> sections() {
      return Stream.of(
          objectives(),
          failure(),
          deficiencies(),
          course(),
          phases(),
          restored(),
          segregation(),
          listed("Compared with the plan and found so", evidence.verified()),
          checks(),
          listed("Not tested", evidence.notTested()),
          resources(),
          versions());
    }

    private Section course() {
      var rows = new Rows("Who and when");
      var execution = evidence.execution();
      if (execution != null) {
        rows.of("execution", execution.arn())
            .of("began", execution.startedAt())
            .of("ended", execution.endedAt())
            .of("redriven", execution.redriveCount() == 0 ? null : execution.redriveCount() + "x");
      }
      var started = evidence.started();
      if (started != null) {
        rows.of("started by", "schedule".equals(started.how()) ? schedule(started) : started.how())
            .of("requested by", started.requestedBy())
            .of("approved by", started.approvedBy())
            .whether("drill", started.drill())
            .of("input", started.input());
      }
      var before = evidence.runBefore();
      return rows.of(
              "run before",
              before == null ? null : before.operationId() + ", completed " + before.completedAt())
          .section();
    }

    private static String schedule(Evidence.Started started) {
      return "the schedule " + started.schedule();
    }

    private Section objectives() {
      var rows = new Rows("Objectives");
      var found = evidence.objectives();
      if (found != null) {
        objective(rows, "RTO", found.rtoSeconds(), found.rtoTargetSeconds(), found.rtoMet());
        var measured = found.measuredRpoSeconds();
        objective(
            rows,
            measured == null ? "RPO" : "RPO of the data",
            measured == null ? found.rpoSeconds() : measured,
            found.rpoTargetSeconds(),
            found.rpoMet());
        rows.of("snapshot's age", measured == null ? null : length(found.rpoSeconds()));
      }
      return rows.section();
    }

    private static void objective(Rows rows, String name, Long seconds, Long target, Boolean met) {
      var reached = seconds == null ? "not known" : length(seconds);
      if (target == null) {
        rows.of(name, seconds == null ? null : reached + ", no objective was named");
      } else {
        var judged = met == null ? "" : met ? ", met" : ", NOT MET";
        rows.of(
            name,
            reached + " of " + length(target) + judged,
            met == null ? Mood.PLAIN : met ? Mood.GOOD : Mood.BAD);
      }
    }

    private Section failure() {
      var failure = evidence.failure();
      return failure == null
          ? new Rows("Failure").section()
          : new Rows("Failure")
              .of("error", failure.error(), Mood.BAD)
              .of("at", failure.state())
              .of("cause", failure.cause())
              .section();
    }

    private Section deficiencies() {
      var rows = new Rows("Deficiencies");
      for (var deficiency : list(evidence.deficiencies())) {
        rows.of("what", deficiency.what(), Mood.BAD).of("remedy", deficiency.remedy());
      }
      return rows.section();
    }

    private Section phases() {
      var rows = new Rows(PHASES);
      if (evidence.seconds() != null) {
        evidence.seconds().forEach((phase, seconds) -> rows.of(phase, length(seconds)));
      }
      return rows.section();
    }

    private Section restored() {
      var snapshot = evidence.snapshot();
      var rows = new Rows("What was restored");
      if (snapshot != null) {
        rows.of("snapshot", snapshot.arn() == null ? snapshot.id() : snapshot.arn())
            .of("of cluster", snapshot.sourceClusterId())
            .of("taken", snapshot.createdAt())
            .of("age", length(snapshot.ageSeconds()))
            .of("engine", joined(" ", snapshot.engine(), snapshot.engineVersion()))
            .whether("encrypted", snapshot.encrypted());
      }
      return rows.section();
    }

    private Section segregation() {
      var rows = new Rows("Segregation");
      var source = evidence.source();
      if (source != null) {
        rows.of("source", joined(", ", source.account(), source.region(), source.vpcId()));
      }
      var target = evidence.target();
      if (target != null) {
        rows.of("target", joined(", ", target.account(), target.region(), target.vpcId()))
            .of("cluster", target.clusterArn() == null ? target.clusterId() : target.clusterArn());
      }
      var apart = evidence.segregation();
      if (apart != null) {
        rows.whether("other account", apart.otherAccount())
            .whether("other region", apart.otherRegion())
            .whether("other VPC", apart.otherVpc());
      }
      return rows.section();
    }

    /** What is known of several. */
    private static String joined(String between, String... texts) {
      return Stream.of(texts).filter(Objects::nonNull).collect(Collectors.joining(between));
    }

    private Section checks() {
      var rows = new Rows("What the data was asked");
      for (var check : list(evidence.checks())) {
        rows.of(check.name(), result(check), mood(check));
      }
      return rows.section();
    }

    private static String result(CheckResult check) {
      return check.outcome()
          + ": expected "
          + check.expected()
          + (check.found() == null ? "" : ", found " + check.found())
          + (check.note() == null ? "" : " (" + check.note() + ")");
    }

    private static Mood mood(CheckResult check) {
      return switch (check.outcome()) {
        case PASSED -> Mood.GOOD;
        case WARNED -> Mood.PLAIN;
        case FAILED -> Mood.BAD;
        case null -> Mood.BAD;
      };
    }

    private static Section listed(String heading, List<String> texts) {
      var rows = new Rows(heading);
      list(texts).forEach(text -> rows.of("", text));
      return rows.section();
    }

    private Section resources() {
      var rows = new Rows("What was made, and what became of it");
      for (var made : list(evidence.resources())) {
        rows.of(
            made.type(),
            "%s, made %s, %s"
                .formatted(
                    made.arn() == null ? made.id() : made.arn(),
                    made.madeAt() == null ? "at a time that isn't known" : made.madeAt(),
                    made.removedAt() == null ? "not removed" : "removed " + made.removedAt()));
      }
      return rows.section();
    }

    private Section versions() {
      var rows = new Rows("Versions");
      var versions = evidence.versions();
      if (versions != null) {
        rows.of("pipeline", versions.pipeline())
            .of("definition", versions.definition())
            .of("engine", versions.engine());
      }
      return rows.section();
    }

    private static <T> List<T> list(List<T> items) {
      return items == null ? List.of() : items.stream().filter(Objects::nonNull).toList();
    }

    private static String length(Long seconds) {
      return seconds == null ? null : Html.words(Duration.ofSeconds(seconds));
    }
  }
}
