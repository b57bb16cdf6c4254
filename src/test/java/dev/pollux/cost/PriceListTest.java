package dev.pollux.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pollux.domain.Location;
import dev.pollux.domain.job.TokenUsage;
import dev.pollux.models.Price;
import dev.pollux.models.PriceList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is written of prices, by day and place, and bills by them.
class PriceListTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
  private final PriceList prices = PriceList.load();

  @TempDir Path own;

  @ParameterizedTest
  @CsvSource({
    "gemini-3.8-flash, 2026-11-22, 0.75, 3.75, 0.375, 1.875",
    "gemini-3.8-flash, 2026-12-31, 0.75, 3.75, 0.375, 1.875",
    "gemini-3.8-flash, 2027-01-01, 1.50, 7.50, 0.75, 3.75",
    "gemini-3.7-flash, 2027-02-01, 1.50, 7.50, 0.75, 3.75",
    "gemini-3.5-flash, 2027-02-01, 1.50, 9.00, 0.75, 4.50",
    "gemini-3.1-flash-lite, 2026-11-22, 0.25, 1.50, 0.13, 0.75",
    "gemini-2.5-flash-lite, 2026-11-22, 0.10, 0.40, 0.05, 0.20",
    "gemini-2.5-flash@default, 2026-11-22, 0.30, 2.50, 0.15, 1.25",
    "gemini-2.5-flash-001, 2026-11-22, 0.30, 2.50, 0.15, 1.25",
  })
  void pricesHaveADay(
      String model, LocalDate day, double in, double out, double batchIn, double batchOut) {
    Price.Known price = known(model, day, Location.GLOBAL);
    assertThat(price.online().normal().input()).isEqualTo(in);
    assertThat(price.online().normal().output()).isEqualTo(out);
    assertThat(price.batch().normal().input()).isEqualTo(batchIn);
    assertThat(price.batch().normal().output()).isEqualTo(batchOut);
  }

  @Test
  void anUnknownModelHasNoPrice() {
    assertThat(prices.price("gemini-9", TODAY, Location.GLOBAL))
        .isEqualTo(new Price.Unknown("gemini-9"));
  }

  @Test
  void gemini3CostsMoreInARegion() {
    assertThat(known("gemini-3.8-flash", TODAY, Location.US_CENTRAL1).premium()).isEqualTo(0.1);
    assertThat(known("gemini-3.8-flash", TODAY, Location.GLOBAL).premium()).isZero();
    assertThat(known("gemini-2.5-flash", TODAY, Location.US_CENTRAL1).premium()).isZero();
  }

  /// A real bill had 10.4 million tokens at 19.53 USD (1.875 a million).
  @ParameterizedTest
  @CsvSource({
    "gemini-3.8-flash, global, BATCH, 0, 0, 10400000, 0, 19.50",
    "gemini-3.8-flash, us-central1, BATCH, 0, 0, 10400000, 0, 21.45",
    "gemini-3.8-flash, global, BATCH, 1000000, 0, 100000, 900000, 2.25",
    "gemini-3.8-flash, global, ONLINE, 1000000, 0, 100000, 900000, 4.50",
    "gemini-2.5-flash, global, BATCH, 1000000, 600000, 0, 0, 0.078",
    "gemini-2.5-flash, global, ONLINE, 1000000, 600000, 0, 0, 0.138",
    "gemini-3.1-pro-preview, global, BATCH, 200000, 0, 0, 0, 0.2",
    "gemini-3.1-pro-preview, global, BATCH, 200001, 0, 0, 0, 0.400002",
    "gemini-3.1-pro-preview, global, BATCH, 300000, 0, 1000, 0, 0.609",
  })
  void usageHasABill(
      String model,
      String location,
      Price.Mode mode,
      long prompt,
      long cached,
      long answer,
      long thoughts,
      double usd) {
    Price.Known price = known(model, TODAY, new Location(location));
    assertThat(Bill.row(new TokenUsage(prompt, cached, answer, thoughts), price, mode))
        .isCloseTo(usd, within(1e-9));
  }

  @Test
  void aFileOfOnesOwnOverridesThePriceOfOneModel() throws IOException {
    Path file =
        Files.writeString(
            own.resolve("prices.json"),
            """
            {"asOf": "2026-11-30", "models": [
              {"id": "gemini-3.8-flash", "lines": [{"input": 1, "output": 2}]}]}
            """);
    PriceList mine = PriceList.load(Optional.of(file));
    assertThat(mine.problem()).isEmpty();
    assertThat(mine.asOf()).isEqualTo("2026-11-30");
    assertThat(
            mine.price("gemini-3.8-flash", TODAY, Location.GLOBAL) instanceof Price.Known k
                ? k.batch().normal().output()
                : -1)
        .isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ | file.not-json",
        "{\"models\": [{\"id\": \"gemini-3.8-flash\", \"lines\": []}]} | file.bad-field",
        "{\"models\": [{\"id\": \"x\", \"lines\": [{\"input\": \"1\", \"output\": 2}]}]}"
            + " | file.bad-field",
        "{\"models\": [{\"id\": \"x\", \"lines\": [{\"input\": 1}]}]} | file.bad-field",
        "{\"batchFactor\": -1} | file.bad-field",
      })
  void aBrokenFileIsNamedAndLeftOut(String text, String code) throws IOException {
    PriceList broken =
        PriceList.load(Optional.of(Files.writeString(own.resolve("prices.json"), text)));
    assertThat(broken.problem().orElseThrow().code()).isEqualTo(code);
    assertThat(broken.price("gemini-3.8-flash", TODAY, Location.GLOBAL))
        .isEqualTo(prices.price("gemini-3.8-flash", TODAY, Location.GLOBAL));
  }

  private Price.Known known(String model, LocalDate day, Location location) {
    return switch (prices.price(model, day, location)) {
      case Price.Known price -> price;
      case Price.Unknown(String missing) -> throw new AssertionError("no price of " + missing);
    };
  }
}
