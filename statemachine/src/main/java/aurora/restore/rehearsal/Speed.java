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
  private static final double USUAL_SECONDS = 10;

  /** The speed at which so much simulated time lasts about ten seconds. */
  static Speed lasting(Duration simulated) {
    return new Speed(Math.max(1, simulated.toSeconds() / USUAL_SECONDS));
  }

  Pace pace() {
    return Double.isInfinite(simulatedSeconds) ? Pace.UNPACED : new WallClockPace(simulatedSeconds);
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
