package dev.pollux.results.summary;

import java.util.ArrayList;
import java.util.List;

/// Where the bars of a histogram begin and end: at round numbers, so that people can read them.
///
/// @param from where the first one begins
/// @param step how wide each of them is
/// @param single whether each stands for one whole number
record Edges(double from, double step, int bars, boolean single) {
  private static final int MOST = 12;

  /// For whole numbers, as long as there is room, a bar each.
  ///
  /// @param whole whether there are whole numbers only
  static Edges of(double least, double most, boolean whole) {
    if (whole && most - least < MOST) {
      return new Edges(least, 1, (int) Math.round(most - least) + 1, true);
    }
    double step = step((most - least) / (MOST - 2), whole);
    // A tenth is no binary fraction: 0.3 / 0.1 is a little less than 3.
    double first = Math.floor(least / step + 1e-9);
    double last = Math.ceil(most / step - 1e-9);
    int bars = Math.clamp(Math.round(last - first), 1, 4 * MOST);
    return new Edges(first * step, step, bars, false);
  }

  private static double step(double rough, boolean whole) {
    if (!(rough > 0) || Double.isInfinite(rough)) {
      return Double.isInfinite(rough) ? Double.MAX_VALUE / MOST : 1;
    }
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double digit = rough / power;
    double step = digit <= 1 ? power : digit <= 2 ? 2 * power : digit <= 5 ? 5 * power : 10 * power;
    return whole ? Math.max(1, step) : Math.max(Double.MIN_NORMAL, step);
  }

  /// The bar in which a number stands.
  int bar(double number) {
    double place = Math.floor((number - from) / step + 1e-9);
    return (int) Math.clamp(place, 0, bars - 1.0);
  }

  List<Bin> bins() {
    List<Bin> all = new ArrayList<>();
    for (int i = 0; i < bars; i++) {
      all.add(single ? new Bin.Exactly(from + i) : new Bin.Between(at(i), at(i + 1)));
    }
    return all;
  }

  /// Without the last digits of a sum of tenths.
  private double at(int bar) {
    double exact = from + bar * step;
    double unit = step / 1_000;
    return Double.isInfinite(exact / unit) ? exact : Math.round(exact / unit) * unit;
  }
}
