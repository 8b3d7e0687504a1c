package aurora.restore.auditor;

import aurora.restore.auditor.Section.Mood;
import aurora.restore.auditor.Section.Rows;
import aurora.restore.evidence.Evidence;
import aurora.restore.json.JsonText;
import aurora.restore.operation.CheckResult;
import aurora.restore.page.Html;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a document itself tells, part by part: what asks for somebody's attention first. */
record DocumentSections(Evidence evidence) {
  /** The heading of what a page shows as a picture. */
  static final String PHASES = "How long it took";

  Stream<Section> all() {
    return Stream.of(
        objectives(),
        failure(),
        deficiencies(),
        phases(),
        checks(),
        listed("Not tested", evidence.notTested()),
        course(),
        restored(),
        segregation(),
        resources(),
        listed("Compared with the plan, and found so", evidence.verified()),
        asked(),
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
          .whether("drill", started.drill());
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

  private Section asked() {
    var rows = new Rows("Input, as it was asked");
    if (evidence.started() != null && evidence.started().input() != null) {
      for (var key : evidence.started().input().properties()) {
        var value = key.getValue();
        rows.of(key.getKey(), value.isTextual() ? value.textValue() : JsonText.of(value));
      }
    }
    return rows.section();
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
      rows.of(check.name(), check.outcome() + ": " + check.comparison(), mood(check));
    }
    return rows.section();
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
