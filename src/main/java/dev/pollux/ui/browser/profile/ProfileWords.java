package dev.pollux.ui.browser.profile;

import dev.pollux.cloud.Queries.DryRun;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.FloatText;
import dev.pollux.profile.ColumnProfile;
import dev.pollux.profile.Extent;
import dev.pollux.profile.Frequent;
import dev.pollux.profile.Lengths;
import dev.pollux.text.Words;
import dev.pollux.ui.browser.profile.ProfileModel.Figures;
import dev.pollux.ui.browser.profile.ProfileModel.Offer;
import dev.pollux.ui.kit.FailureText;
import dev.pollux.ui.sorting.PriceWords;
import java.text.DecimalFormatSymbols;

/// The figures of columns, and what a query over all rows costs, in words.
final class ProfileWords {
  // Between these a mean is written without an exponent.
  private static final double LEAST_PLAIN = 1e-3;
  private static final double MOST_PLAIN = 1e12;

  private final Words words;
  private final PriceWords prices;

  ProfileWords(Words words) {
    this.words = words;
    this.prices = new PriceWords(words);
  }

  /// Of how many rows the figures are, and how they came.
  String said(Figures figures) {
    return switch (figures) {
      case Figures.None _ -> words.get("browser.profile.none");
      case Figures.Reading _ -> words.get("browser.profile.reading");
      case Figures.Sample sample -> sample(sample);
      case Figures.Whole whole -> whole(whole);
      case Figures.Failed(FailureText why) -> text(why);
    };
  }

  private String sample(Figures.Sample sample) {
    long read = sample.profile().rows();
    String of =
        sample.rows() >= 0 && read >= sample.rows()
            ? words.get("browser.profile.all", read)
            : sample.rows() < 0
                ? words.get("browser.profile.first", read)
                : words.get("browser.profile.first-of", read, sample.rows());
    return sample
        .newest()
        .map(table -> of + " " + words.get("browser.free.newest", table))
        .orElse(of);
  }

  private String whole(Figures.Whole whole) {
    String rows =
        words.get(
            whole.price().isMeasured()
                ? "browser.profile.whole"
                : "browser.profile.whole-unmeasured",
            whole.profile().rows(),
            prices.amount(whole.price()),
            prices.dollars(whole.price()));
    return whole.untold() == 0
        ? rows
        : rows + " " + words.get("browser.preview.left-out", whole.untold());
  }

  /// What is to be said of the query; empty where its button says it all.
  String said(Offer offer) {
    return switch (offer) {
      case Offer.None _ -> "";
      case Offer.Pricing _ -> words.get("browser.preview.pricing");
      case Offer.Offered(var _, DryRun price, boolean stopped) -> prices.offered(price, stopped);
      case Offer.Running(var _, DryRun price) ->
          words.get("browser.profile.running", prices.amount(price));
      case Offer.NeedsFilter(String column) -> words.get("browser.profile.needs-filter", column);
      case Offer.NoColumn _ -> words.get("browser.preview.no-column");
      case Offer.Failed(FailureText why) -> text(why);
    };
  }

  /// What the button says that has the query run.
  String button(DryRun price) {
    return words.get(
        price.isMeasured() ? "browser.profile.ask" : "browser.profile.ask-at-most",
        prices.amount(price),
        prices.dollars(price));
  }

  private static String text(FailureText why) {
    return why.what() + " " + why.why() + " " + why.next();
  }

  String number(long number) {
    return words.get("browser.profile.number", number);
  }

  /// How many rows have nothing, and which share that is.
  String empty(ColumnProfile of) {
    return of.empty() == 0
        ? number(0)
        : words.get("browser.profile.share", of.empty(), (double) of.empty() / of.rows());
  }

  /// From where to where the values go, or how long they are where that says more.
  String extent(ColumnProfile of) {
    if (of.extent().isEmpty()) {
      return lengths(of);
    }
    Extent all = of.extent().get();
    return all.mean().isEmpty()
        ? words.get("browser.profile.extent", all.least(), all.most())
        : words.get(
            "browser.profile.extent-mean",
            decimal(all.least()),
            decimal(all.most()),
            mean(all.mean().getAsDouble()));
  }

  /// With the language's decimal sign; every digit stays.
  private String decimal(String number) {
    char sign = DecimalFormatSymbols.getInstance(words.locale()).getDecimalSeparator();
    return number.replace('.', sign);
  }

  private String mean(double mean) {
    double size = Math.abs(mean);
    boolean plain = mean == 0 || (size >= LEAST_PLAIN && size < MOST_PLAIN);
    return plain ? words.get("browser.profile.mean", mean) : decimal(FloatText.of(mean));
  }

  /// Least, middle and most, in what they are counted.
  private String lengths(ColumnProfile of) {
    if (of.lengths().isEmpty()) {
      return "";
    }
    Lengths all = of.lengths().get();
    String key =
        switch (of.measure()) {
          case CHARACTERS -> "browser.profile.characters";
          case BYTES -> "browser.profile.bytes";
          case ELEMENTS -> "browser.profile.elements";
        };
    return words.get(key, all.least(), all.middle(), all.most());
  }

  String tokens(ColumnProfile of) {
    if (of.tokensOfRow() > 0 && Math.round(of.tokensOfRow()) == 0) {
      return words.get("browser.profile.tokens-under-one");
    }
    return words.get("browser.profile.tokens-of-row", of.tokensOfRow());
  }

  /// A column in a sentence, for who does not see the line.
  String sentence(ColumnProfile of) {
    return words.get(
        "browser.profile.sentence",
        of.name(),
        of.nulls(),
        of.blank(),
        of.distinct(),
        of.repeated());
  }

  /// What the values of the list below are, behind all that is known of numbers and dates.
  String about(ColumnProfile of) {
    String list =
        words.get(
            of.repeated() == 0 ? "browser.profile.all-differ" : "browser.profile.frequent",
            of.name());
    if (of.extent().isEmpty() && of.nan() == 0) {
      return list;
    }
    String key =
        of.field().type() == FieldType.FLOAT64
            ? "browser.profile.apart-nan"
            : "browser.profile.apart";
    return words.get(key, of.name(), extent(of), of.nulls(), of.nan()) + "\n" + list;
  }

  String frequent(Frequent one) {
    return one.text().isEmpty() ? words.get("browser.profile.empty-text") : one.text();
  }
}
