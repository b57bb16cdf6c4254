package dev.pollux.models;

import dev.pollux.domain.Finding;
import dev.pollux.domain.Location;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/// Dated prices: a bundled file, `prices.json`, and the person's own over it. Google publishes
/// prices on a page for people only, so that the file is as good as its date.
public final class PriceList {
  private final LocalDate asOf;
  private final double cachedFactor;
  private final Price.Search search;
  private final Map<String, List<Line>> lines;
  private final Optional<Finding> problem;

  private record Line(
      Optional<LocalDate> from,
      Optional<LocalDate> to,
      Price.Tiers online,
      Price.Tiers batch,
      double premium) {
    boolean holds(LocalDate day) {
      return from.filter(day::isBefore).isEmpty() && to.filter(day::isAfter).isEmpty();
    }
  }

  private PriceList(PriceList read, Optional<Finding> problem) {
    this.asOf = read.asOf;
    this.cachedFactor = read.cachedFactor;
    this.search = read.search;
    this.lines = read.lines;
    this.problem = problem;
  }

  private PriceList(JsonNode file) {
    Members head = new Members("prices.json", file);
    asOf = head.date("asOf");
    cachedFactor = head.number("cachedFactor");
    Members found = head.object("search");
    search = new Price.Search(found.number("per1000"), found.number("freeEachMonth"));
    double batch = head.number("batchFactor");
    Map<String, List<Line>> all = new HashMap<>();
    for (Members model : Members.models(file)) {
      double premium = model.maybeNumber("regionalPremium").orElse(0);
      all.put(
          model.text("id"),
          model.objects("lines").stream().map(line -> line(line, batch, premium)).toList());
    }
    lines = Map.copyOf(all);
    problem = Optional.empty();
  }

  /// The bundled file alone.
  public static PriceList load() {
    return load(Optional.empty());
  }

  /// The bundled file, and the person's own over it where there is one.
  public static PriceList load(Optional<Path> own) {
    DataFile<PriceList> file = DataFile.load(PriceList.class, "prices.json", own, PriceList::new);
    return new PriceList(file.content(), file.problem());
  }

  private static Line line(Members line, double factor, double premium) {
    Rates rates = rates(line);
    Rates longer = line.has("long") ? rates(line.object("long")) : rates;
    OptionalLong above =
        line.has("long")
            ? OptionalLong.of(line.object("long").count("above"))
            : OptionalLong.empty();
    Rates batch = line.has("batch") ? rates(line.object("batch")) : rates.times(factor);
    return new Line(
        line.maybeDate("validFrom"),
        line.maybeDate("validTo"),
        new Price.Tiers(rates, above, longer),
        new Price.Tiers(batch, above, line.has("long") ? longer.times(factor) : batch),
        premium);
  }

  private static Rates rates(Members node) {
    double input = node.number("input");
    return new Rates(input, node.maybeNumber("audio").orElse(input), node.number("output"));
  }

  /// The day the prices were read.
  public LocalDate asOf() {
    return asOf;
  }

  /// Why the person's own file was left out.
  public Optional<Finding> problem() {
    return problem;
  }

  /// @param model an id, also with a version: `gemini-2.5-flash`, `gemini-2.5-flash@default`
  public Price price(String model, LocalDate day, Location location) {
    String plain = model.replaceFirst("@.*$", "");
    List<Line> known =
        lines.getOrDefault(
            plain, lines.getOrDefault(plain.replaceFirst("-\\d{3}$", ""), List.of()));
    return known.stream()
        .filter(line -> line.holds(day))
        .findFirst()
        .map(line -> known(plain, line, location))
        .orElse(new Price.Unknown(plain));
  }

  private Price known(String model, Line line, Location location) {
    return new Price.Known(
        model,
        asOf,
        line.from(),
        line.to(),
        line.online(),
        line.batch(),
        line.online().normal().input() * cachedFactor,
        location.isGlobal() ? 0 : line.premium(),
        search);
  }
}
