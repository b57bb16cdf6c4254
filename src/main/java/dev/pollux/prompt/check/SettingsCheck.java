package dev.pollux.prompt.check;

import dev.pollux.domain.Finding;
import dev.pollux.domain.ModelInfo;
import dev.pollux.models.GenerationSettings;
import dev.pollux.models.GenerationSettings.Thinking;
import dev.pollux.models.ModelCatalog;
import dev.pollux.models.ModelTraits;
import dev.pollux.models.Setting;
import dev.pollux.models.ThinkingControl;
import dev.pollux.models.ThinkingSize;
import dev.pollux.prompt.answer.AnswerSchema;
import dev.pollux.prompt.answer.AnswerSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Whether a model takes the settings, and whether they leave room for the answer.
public final class SettingsCheck {
  private static final int DYNAMIC = -1;
  private final GenerationSettings settings;
  private final String title;
  private final int outputTokens;
  private final ModelTraits traits;
  private final List<Finding> found = new ArrayList<>();

  private SettingsCheck(
      GenerationSettings settings, String title, int outputTokens, ModelTraits traits) {
    this.settings = settings;
    this.title = title;
    this.outputTokens = outputTokens;
    this.traits = traits;
  }

  /// Of a model that the catalog does not have, only the ranges that hold for all models are known.
  ///
  /// @param answer the columns of the answer; empty for plain text
  public static List<Finding> check(
      GenerationSettings settings, String id, ModelCatalog catalog, Optional<AnswerSchema> answer) {
    Optional<ModelInfo> known = catalog.info(id);
    SettingsCheck check =
        new SettingsCheck(
            settings,
            known.map(ModelInfo::title).orElse(id),
            known.map(ModelInfo::outputTokens).orElse(0),
            catalog.traits(id));
    check.sampling();
    if (known.isPresent()) {
      settings.thinking().ifPresent(check::thinking);
    }
    settings.maxOutputTokens().ifPresent(cap -> check.cap(cap, answer));
    return List.copyOf(check.found);
  }

  private void sampling() {
    settings.temperature().ifPresent(t -> taken(Setting.TEMPERATURE, t >= 0 && t <= 2, 0, 2));
    settings.topP().ifPresent(p -> taken(Setting.TOP_P, p >= 0 && p <= 1, 0, 1));
    settings.topK().ifPresent(k -> taken(Setting.TOP_K, k >= 1 && k <= 64, 1, 64));
    settings.seed().ifPresent(_ -> taken(Setting.SEED, true, 0, 0));
  }

  private void taken(Setting setting, boolean inRange, int from, int to) {
    String name = setting.name().toLowerCase(Locale.ROOT).replace('_', '-');
    if (!inRange) {
      found.add(Finding.stop("settings." + name + "-range", from, to));
    } else if (!traits.takes().contains(setting)) {
      found.add(Finding.warning("settings." + name + "-ignored", title));
    } else if (traits.advisedAgainst().contains(setting)) {
      found.add(Finding.warning("settings." + name + "-advised-against", title));
    }
  }

  private void thinking(Thinking chosen) {
    switch (traits.thoughts()) {
      case ThinkingControl.None _ -> {
        if (!traits.unproven().contains("thinking")) {
          found.add(Finding.stop("settings.no-thinking", title));
        }
      }
      case ThinkingControl.Levels known -> level(chosen, known);
      case ThinkingControl.Budget range -> budget(chosen, range);
    }
  }

  private void level(Thinking chosen, ThinkingControl.Levels known) {
    boolean good = chosen instanceof Thinking.Level(String level) && known.levels().contains(level);
    if (!good) {
      found.add(
          Finding.stop(
              chosen instanceof Thinking.Budget
                  ? "settings.level-not-budget"
                  : "settings.unknown-level",
              title));
    }
  }

  private void budget(Thinking chosen, ThinkingControl.Budget range) {
    switch (chosen) {
      case Thinking.Level _ -> found.add(Finding.stop("settings.budget-not-level", title));
      case Thinking.Budget(int tokens) -> {
        if (tokens == 0 && !range.canDisable()) {
          found.add(Finding.stop("settings.always-thinks", title, range.min()));
        } else if (tokens != 0
            && tokens != DYNAMIC
            && (tokens < range.min() || tokens > range.max())) {
          found.add(Finding.stop("settings.budget-range", title, range.min(), range.max()));
        }
      }
    }
  }

  private void cap(int cap, Optional<AnswerSchema> answer) {
    if (cap < 1) {
      found.add(Finding.stop("settings.cap-too-small"));
      return;
    }
    if (outputTokens > 0 && cap > outputTokens) {
      found.add(Finding.stop("settings.cap-range", title, outputTokens));
      return;
    }
    int usual = usualTokens(settings, traits, answer);
    if (answer.isPresent()) {
      int smallest = AnswerSize.of(answer.get()).smallest();
      if (cap < smallest) {
        found.add(Finding.stop("settings.cap-below-answer", cap, smallest));
      } else if (cap < usual) {
        found.add(Finding.warning("settings.cap-may-cut", cap, usual));
      }
    } else if (cap < usual) {
      found.add(Finding.warning("settings.cap-may-think", cap, usual));
    }
  }

  /// What an answer can take with its thinking and is still usual; of plain text, whose length
  /// nobody knows, the thinking alone.
  public static int usualTokens(
      GenerationSettings settings, ModelTraits traits, Optional<AnswerSchema> answer) {
    return answer.map(schema -> AnswerSize.of(schema).high()).orElse(0)
        + ThinkingSize.of(settings, traits).high();
  }
}
