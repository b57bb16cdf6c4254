package dev.pollux.ui.wizard.gemini;

import dev.pollux.domain.ModelInfo;
import dev.pollux.draft.state.DraftState;
import dev.pollux.models.ModelStatus;
import dev.pollux.models.Price;
import dev.pollux.text.Money;
import dev.pollux.text.ShortNumber;
import dev.pollux.text.Words;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

/// A model as the list shows it, in words.
///
/// @param state what is true of it today
/// @param reads how many tokens at once
/// @param price in batch, in and out
record GeminiLine(
    String id, String title, String state, String reads, String price, String goodFor) {
  /// The models that take batch jobs.
  static List<ModelInfo> offered(DraftState state) {
    return state.models().stream().filter(ModelInfo::batch).toList();
  }

  static List<GeminiLine> of(DraftState state, Words words) {
    return offered(state).stream().map(info -> of(info, state, words)).toList();
  }

  private static GeminiLine of(ModelInfo info, DraftState state, Words words) {
    ModelStatus status =
        ModelStatus.of(
            info,
            state.context().catalog().traits(info.model().id()),
            !state.listedModels().isEmpty(),
            state.context().today());
    return new GeminiLine(
        info.model().id(),
        info.title(),
        say(status, words),
        info.contextTokens() == 0 ? "–" : ShortNumber.number(words, info.contextTokens()),
        price(state.price(info.model().id()), words),
        words.get("wizard.good." + info.goodFor()));
  }

  private static String say(ModelStatus status, Words words) {
    return switch (status) {
      case ModelStatus.Offered(ModelInfo.Stage stage) -> words.get("wizard.stage." + stage.name());
      case ModelStatus.Ends(LocalDate day) -> words.get("wizard.model.until", day(day, words));
      case ModelStatus.Overdue(LocalDate day) -> words.get("wizard.model.overdue", day(day, words));
      case ModelStatus.Ended(LocalDate day) -> words.get("wizard.model.ended", day(day, words));
      case ModelStatus.NotListed _ -> words.get("wizard.model.not-listed");
    };
  }

  private static String day(LocalDate day, Words words) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT)
        .withLocale(words.locale())
        .format(day);
  }

  private static String price(Price found, Words words) {
    return switch (found) {
      case Price.Unknown _ -> "–";
      case Price.Known known ->
          words.get(
              "wizard.model.in-out",
              Money.rate(words, known.batch().normal().input()),
              Money.rate(words, known.batch().normal().output()));
    };
  }
}
