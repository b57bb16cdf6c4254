package dev.pollux.sandbox.gemini.answer;

/// Numbers that stay between bounds and on steps.
final class Ranges {
  private Ranges() {}

  /// The nearest number from `low` to `high` that is a multiple of `step` (0: any).
  static double fit(double value, double low, double high, double step) {
    double inside = Math.min(Math.max(value, low), high);
    if (step <= 0) {
      return inside;
    }
    double near = Math.round(inside / step) * step;
    return near < low
        ? Math.ceil(low / step) * step
        : near > high ? Math.floor(high / step) * step : near;
  }

  /// A number just above a bound that is itself out.
  static double up(double above, double below, double step) {
    if (step > 0) {
      return (Math.floor(above / step) + 1) * step;
    }
    return Double.isInfinite(below) ? above + 1 : (above + below) / 2;
  }

  /// A number just below a bound that is itself out.
  static double down(double below, double above, double step) {
    if (step > 0) {
      return (Math.ceil(below / step) - 1) * step;
    }
    return Double.isInfinite(above) ? below - 1 : (above + below) / 2;
  }
}
