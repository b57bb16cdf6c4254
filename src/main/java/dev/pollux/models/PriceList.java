package dev.pollux.models;

import dev.pollux.domain.Finding;
import dev.pollux.domain.Location;
import dev.pollux.files.JsonFields;
import dev.pollux.files.WrongField;
import dev.pollux.files.WrongField.Expected;
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
  /// USD for a million tokens, or a thousand searches, that no service asks.
  private static final double DEAREST = 1_000_000;

  private static final double MOST_PREMIUM = 10;
  private static final Rates FREE = new Rates(0, 0, 0);

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
    JsonFields head = new JsonFields(file, List.of("prices.json"));
    asOf = head.parsed("asOf", LocalDate::parse);
    cachedFactor = head.number("cachedFactor", 0, 1);
    JsonFields found = head.object("search");
    search =
        new Price.Search(
            found.number("per1000", 0, DEAREST), found.number("freeEachMonth", 0, 1e12));
    double batch = head.number("batchFactor", 0, 1);
    Map<String, List<Line>> all = new HashMap<>();
    for (JsonFields model : DataFile.models(file)) {
      double premium = model.maybeNumber("regionalPremium", 0, MOST_PREMIUM).orElse(0);
      List<Line> dated =
          model.objects("lines").stream().map(line -> line(line, batch, premium)).toList();
      if (dated.isEmpty()) {
        throw new WrongField(Expected.LIST, List.of(model.text("id"), "lines"), "[]");
      }
      all.put(model.text("id"), dated);
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

  private static Line line(JsonFields line, double factor, double premium) {
    Rates rates = rates(line, FREE);
    Rates longer = line.has("long") ? rates(line.object("long"), rates) : rates;
    OptionalLong above =
        line.has("long")
            ? OptionalLong.of(line.object("long").whole("above", 0, Integer.MAX_VALUE))
            : OptionalLong.empty();
    Rates batch = line.has("batch") ? rates(line.object("batch"), FREE) : rates.times(factor);
    return new Line(
        line.maybeParsed("validFrom", LocalDate::parse),
        line.maybeParsed("validTo", LocalDate::parse),
        new Price.Tiers(rates, above, longer),
        new Price.Tiers(batch, above, line.has("long") ? longer.times(factor) : batch),
        premium);
  }

  /// @param least a price for long prompts is not below that for others
  private static Rates rates(JsonFields node, Rates least) {
    double input = node.number("input", least.input(), DEAREST);
    return new Rates(
        input,
        node.maybeNumber("audio", least.input(), DEAREST).orElse(input),
        node.number("output", least.output(), DEAREST));
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
