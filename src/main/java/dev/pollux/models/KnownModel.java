package dev.pollux.models;

import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.ModelInfo;
import dev.pollux.files.JsonFields;
import java.time.LocalDate;
import java.util.Locale;

/// A model as `models.json` has it.
record KnownModel(ModelInfo info, ModelTraits traits) {
  /// What a model is good for; there are words for each.
  private enum Purpose {
    MOST,
    CHEAP,
    HARD,
    IMAGES,
    VECTORS,
    UNKNOWN
  }

  /// @throws dev.pollux.files.WrongField where the file makes no sense
  static KnownModel read(JsonFields model) {
    ModelInfo info =
        new ModelInfo(
            model.parsed("id", GeminiModel::of),
            model.maybeText("title").orElse(model.text("id")),
            model.has("stage")
                ? model.word("stage", ModelInfo.Stage.class)
                : ModelInfo.Stage.UNKNOWN,
            false,
            model.flag("batch", true),
            tokens(model, "contextTokens"),
            tokens(model, "outputTokens"),
            purpose(model).name().toLowerCase(Locale.ROOT),
            model.texts("locations", Location::new),
            model.maybeParsed("retires", LocalDate::parse));
    return new KnownModel(info, ModelTraits.read(model));
  }

  private static Purpose purpose(JsonFields model) {
    return model.has("goodFor") ? model.word("goodFor", Purpose.class) : Purpose.UNKNOWN;
  }

  private static int tokens(JsonFields model, String name) {
    return (int) model.maybeWhole(name, 0, Integer.MAX_VALUE).orElse(0);
  }
}
