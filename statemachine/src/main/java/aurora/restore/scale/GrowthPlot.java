package aurora.restore.scale;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** How figures grow with the number of restores, as an SVG: both axes by powers of ten. */
public final class GrowthPlot {
  private static final int WIDTH = 600;
  private static final int HEIGHT = 340;
  private static final int LEFT = 56;
  private static final int BOTTOM = 40;
  private static final int TOP = 16;
  private static final int RIGHT = 190;

  /** A line of the plot. */
  private record Curve(String label, String colour, ToDoubleFunction<CrowdFigures> figure) {}

  private static final List<Curve> CURVES =
      List.of(
          new Curve("minutes, median", "#0072b2", it -> it.median().toSeconds() / 60.0),
          new Curve("minutes until all ended", "#d55e00", it -> it.whole().toSeconds() / 60.0),
          new Curve("calls a restore", "#009e73", CrowdFigures::callsPerRestore),
          new Curve("transitions a restore", "#cc79a7", CrowdFigures::transitionsPerRestore),
          new Curve("runs at once", "#999999", CrowdFigures::mostRuns));

  private final List<CrowdFigures> crowds;
  private final int decadesAcross;
  private final int decadesUp;

  private GrowthPlot(List<CrowdFigures> crowds) {
    this.crowds = crowds;
    this.decadesAcross =
        decades(crowds.stream().mapToDouble(CrowdFigures::restores).max().orElse(1));
    this.decadesUp =
        decades(
            CURVES.stream()
                .flatMapToDouble(curve -> crowds.stream().mapToDouble(curve.figure()))
                .max()
                .orElse(1));
  }

  /**
   * @param crowds in the order of their numbers
   */
  public static String of(List<CrowdFigures> crowds) {
    return new GrowthPlot(crowds).drawn();
  }

  private static int decades(double most) {
    return Math.max(1, (int) Math.ceil(Math.log10(most)));
  }

  private String drawn() {
    var svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">
        <title>How a restore's time, calls and transitions grow with the number of restores</title>
        <rect width="%d" height="%d" fill="#ffffff"/>
        """
            .formatted(WIDTH, HEIGHT, WIDTH, HEIGHT));
    for (int decade = 0; decade <= decadesAcross; decade++) {
      var x = across(Math.pow(10, decade));
      svg.append(rule(x, up(1), x, TOP)).append(text(x, HEIGHT - 22, "middle", power(decade)));
    }
    for (int decade = 0; decade <= decadesUp; decade++) {
      var y = up(Math.pow(10, decade));
      svg.append(rule(LEFT, y, WIDTH - RIGHT, y))
          .append(text(LEFT - 6, y + 4, "end", power(decade)));
    }
    svg.append(text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 6, "middle", "restores at once"));
    for (int number = 0; number < CURVES.size(); number++) {
      svg.append(line(CURVES.get(number))).append(legend(CURVES.get(number), number));
    }
    return svg.append("</svg>\n").toString();
  }

  private static String power(int decade) {
    return String.format(Locale.ROOT, "%,d", (long) Math.pow(10, decade));
  }

  private double across(double restores) {
    return LEFT + Math.log10(restores) / decadesAcross * (WIDTH - RIGHT - LEFT);
  }

  private double up(double figure) {
    var height = HEIGHT - TOP - BOTTOM;
    return HEIGHT - BOTTOM - Math.max(0, Math.log10(figure)) / decadesUp * height;
  }

  private String line(Curve curve) {
    var points = new StringBuilder();
    for (var crowd : crowds) {
      points.append(
          String.format(
              Locale.ROOT,
              "%.1f,%.1f ",
              across(crowd.restores()),
              up(curve.figure().applyAsDouble(crowd))));
    }
    return "<polyline fill=\"none\" stroke-width=\"2\" stroke=\"%s\" points=\"%s\"/>\n"
        .formatted(curve.colour(), points.toString().strip());
  }

  private static String legend(Curve curve, int number) {
    var y = TOP + 14 + number * 20;
    return String.format(
            Locale.ROOT,
            "<rect x=\"%d\" y=\"%d\" width=\"12\" height=\"4\" fill=\"%s\"/>%n",
            WIDTH - RIGHT + 10,
            y - 6,
            curve.colour())
        + text(WIDTH - RIGHT + 28.0, y, "start", curve.label());
  }

  private static String rule(double x1, double y1, double x2, double y2) {
    return String.format(
        Locale.ROOT,
        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#dddddd\"/>%n",
        x1,
        y1,
        x2,
        y2);
  }

  private static String text(double x, double y, String anchor, String text) {
    return String.format(
        Locale.ROOT,
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"#333333\">%s</text>%n",
        x,
        y,
        anchor,
        text);
  }
}
