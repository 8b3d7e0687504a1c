package aurora.restore.infra.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleExpressionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "rate(1 day)",
        "rate(7 days)",
        "rate(12 hours)",
        "rate(1 minute)",
        "cron(0 3 ? * SUN *)",
        "cron(0 3 1 * ? *)",
        "cron(15 10 ? * 6L 2026-2030)",
        "cron(15 10 ? * FRIL *)",
        "cron(0/15 8-17 ? * MON-FRI *)",
        "cron(0 18 L JAN,JUL ? 2027)",
        "cron(0 9 3W * ? *)",
        "cron(0 9 ? * 3#2 *)",
        "cron(*/10 * * * ? *)"
      })
  void whatEventBridgeKnowsIsTaken(String expression) {
    assertThat(ScheduleExpression.finding(expression)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "daily | like cron(0 3 ? * SUN *) or rate(7 days)",
        "rate(0 days) | like cron",
        "rate(1 week) | like cron",
        "rate(1 days) | singular after 1",
        "rate(7 day) | plural",
        "cron(0 3 * * *) | cron has 6 fields",
        "cron(0 3 * * * *) | exactly one of day of month and day of week must be ?",
        "cron(0 3 ? * ? *) | exactly one of day of month and day of week must be ?",
        "cron(60 3 ? * SUN *) | its minutes can't be \"60\": 0 to 59",
        "cron(0 24 ? * SUN *) | its hours can't be \"24\"",
        "cron(0 3 32 * ? *) | its day of month can't be \"32\"",
        "cron(0 3 1 13 ? *) | its month can't be \"13\"",
        "cron(0 3 1 JANUARY ? *) | its month can't be \"JANUARY\"",
        "cron(0 3 ? * 0 *) | its day of week can't be \"0\"",
        "cron(0 3 ? * XYZL *) | its day of week can't be \"XYZL\"",
        "cron(0 3 ? * 3#6 *) | its day of week can't be \"3#6\"",
        "cron(0 17-8 ? * SUN *) | its hours can't be \"17-8\"",
        "cron(0/0 3 ? * SUN *) | its minutes can't be \"0/0\"",
        "cron(0 3 ? * SUN 1969) | its year can't be \"1969\"",
        "cron(0,,5 3 ? * SUN *) | its minutes can't be \"0,,5\"",
        "cron(0 25 ? * SUN 1969) | can't be \"25\": 0 to 23, * , - /; its year can't be \"1969\""
      })
  void whatItWouldRefuseIsNamed(String expression, String finding) {
    assertThat(ScheduleExpression.finding(expression)).get().asString().contains(finding);
  }
}
