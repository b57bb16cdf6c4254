package dev.pollux.bench;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// One line of the bench's table: what was measured, beside its peer in the same run, and what it
/// should be at most. A bench prints its figures by [#print()], and [BenchTable] collects them.
///
/// @param peer what it is held against, of the same unit
/// @param goal the most that it should be; empty where there is none
public record Figure(
    String what, String unit, double value, Optional<Peer> peer, OptionalDouble goal) {
  private static final String START = "figure";
  private static final String NONE = "-";

  /// The same work, done by somebody else in the same run.
  public record Peer(String name, double value) {}

  public static Figure of(String what, String unit, double value) {
    return new Figure(what, unit, value, Optional.empty(), OptionalDouble.empty());
  }

  public Figure beside(String name, double other) {
    return new Figure(what, unit, value, Optional.of(new Peer(name, other)), goal);
  }

  public Figure atMost(double most) {
    return new Figure(what, unit, value, peer, OptionalDouble.of(most));
  }

  /// @param most how many times the peer's figure, at most
  public Figure atMostTimesPeer(double most) {
    return atMost(most * peer.orElseThrow().value());
  }

  /// Empty where there is no goal.
  public Optional<Boolean> met() {
    return goal.isPresent() ? Optional.of(value <= goal.getAsDouble()) : Optional.empty();
  }

  /// Writes it to standard output, as a line that [#parse] reads.
  public void print() {
    System.out.println(
        String.join(
            "\t",
            START,
            what,
            unit,
            Double.toString(value),
            peer.map(Peer::name).orElse(NONE),
            peer.map(p -> Double.toString(p.value())).orElse(NONE),
            goal.isPresent() ? Double.toString(goal.getAsDouble()) : NONE));
  }

  /// @return empty where the line is something else
  public static Optional<Figure> parse(String line) {
    List<String> cells = List.of(line.split("\t", -1));
    if (cells.size() != 7 || !cells.getFirst().equals(START)) {
      return Optional.empty();
    }
    Figure figure = of(cells.get(1), cells.get(2), Double.parseDouble(cells.get(3)));
    if (!cells.get(5).equals(NONE)) {
      figure = figure.beside(cells.get(4), Double.parseDouble(cells.get(5)));
    }
    return Optional.of(
        cells.get(6).equals(NONE) ? figure : figure.atMost(Double.parseDouble(cells.get(6))));
  }

  /// A row of a Markdown table.
  String row() {
    return "| %s | %s | %s | %s | %s | %s |"
        .formatted(
            what,
            amount(value),
            peer.map(p -> amount(p.value()) + ", " + p.name()).orElse(""),
            peer.map(p -> String.format(Locale.ROOT, "%.2f", value / p.value())).orElse(""),
            goal.isPresent() ? amount(goal.getAsDouble()) : "",
            met().map(yes -> yes ? "yes" : "**no**").orElse(""));
  }

  private String amount(double number) {
    String form = number >= 100 ? "%,.0f %s" : number >= 10 ? "%.1f %s" : "%.2f %s";
    return String.format(Locale.ROOT, form, number, unit);
  }
}
