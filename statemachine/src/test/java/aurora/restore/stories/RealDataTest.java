package aurora.restore.stories;

import static aurora.restore.stories.Ending.assertRestored;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.simulation.rdsdata.PostgresData;
import aurora.restore.simulation.rdsdata.SampleData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Checks that a real PostgreSQL is asked. */
@EnabledOnOs(OS.LINUX)
class RealDataTest {
  @Test
  void theSampleIsThereAndItsNewestOrderIsTheMeasuredRpo() {
    var checks =
        Checks.of("orders", "select count(*) from orders", "equals", 1200)
            .and("revenue", "select sum(total) from orders where status = 'paid'", "at_least", 1.5)
            .and("newest", "select max(placed_at) from orders", "newer_than_minutes", 421)
            .and("open", "select 1 from orders where status = 'open' limit 1", "not_empty", true)
            .and("lost", "select 1 from lines where order_id is null", "empty", true);
    try (var story = holding(checks, "")) {
      var run = story.restore(checks.input());
      assertRestored(story, run);
      assertThat(run.output().get("measured_rpo_seconds").asLong()).isEqualTo(7 * 60 * 60);
    }
  }

  @Test
  void whatASelectHidesIsStoppedAndTheOthersAreMadeAllTheSame() {
    var checks =
        Checks.of("sneaky", "select purge()", "equals", 0)
            .and("slow", "select pg_sleep(30)", "not_empty", true, 1)
            .and("typo", "select count(*) from odrers", "equals", 0)
            .and("lines", "select count(*) from lines", "equals", 3000);
    var purge =
        ";create function purge() returns integer language sql as 'delete from lines; select 0'";
    try (var story = holding(checks, purge)) {
      assertThat(story.restore(checks.input()).execution().cause())
          .contains("3 of 4 checks by SQL failed")
          .contains("cannot execute DELETE in a read-only transaction")
          .contains("canceling statement due to statement timeout")
          .contains("odrers")
          .contains("PASSED lines: expected 3000, found 3000");
    }
  }

  private static Story holding(Checks checks, String more) {
    var story = Story.of(checks.input());
    var script = SampleData.script(story.world().newestData()) + more;
    story.world().dataApi().holding(new PostgresData(Checks.DATABASE, script));
    return story;
  }
}
