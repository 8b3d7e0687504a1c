package aurora.restore.rehearsal;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How fast simulated time passes.
 *
 * @param simulatedSeconds how many pass in one; infinite for no waiting
 */
record Speed(double simulatedSeconds) {
  private static final Duration ENDLESS = Duration.ofDays(365);

  /** At this a usual restore, of somewhat less than an hour, lasts about ten seconds. */
  private static final Speed USUAL = new Speed(330);

  private static final Duration USUAL_LENGTH = Duration.ofSeconds(10);

  /** Where nobody says otherwise: about ten seconds are waited, however long it takes. */
  static Pace usualPace() {
    return new WallClockPace(USUAL.simulatedSeconds, USUAL_LENGTH);
  }

  Pace pace() {
    return Double.isInfinite(simulatedSeconds)
        ? Pace.UNPACED
        : new WallClockPace(simulatedSeconds, ENDLESS);
  }

  static final class Converter implements ITypeConverter<Speed> {
    @Override
    public Speed convert(String value) {
      if (value.equals("max")) {
        return new Speed(Double.POSITIVE_INFINITY);
      }
      try {
        var seconds = Double.parseDouble(value);
        if (seconds > 0 && Double.isFinite(seconds)) {
          return new Speed(seconds);
        }
      } catch (NumberFormatException e) {
        // refused below, like a number that makes no sense
      }
      throw new TypeConversionException("'" + value + "' is neither a number above 0 nor 'max'");
    }
  }
}
