package dev.pollux.prompt.check;

import dev.pollux.models.GenerationSettings;
import dev.pollux.models.GenerationSettings.Thinking;
import dev.pollux.models.ModelTraits;
import dev.pollux.models.Setting;
import dev.pollux.models.ThinkingControl;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// Settings for another model: what it takes stays, the rest is left to the model.
public final class SettingsFit {
  private SettingsFit() {}

  public static GenerationSettings fit(GenerationSettings settings, ModelTraits traits) {
    return new GenerationSettings(
        traits.offers(Setting.TEMPERATURE) ? settings.temperature() : OptionalDouble.empty(),
        traits.offers(Setting.TOP_P) ? settings.topP() : OptionalDouble.empty(),
        traits.offers(Setting.TOP_K) ? settings.topK() : OptionalInt.empty(),
        settings.maxOutputTokens(),
        traits.offers(Setting.SEED) ? settings.seed() : OptionalInt.empty(),
        settings.thinking().filter(chosen -> takes(chosen, traits.thoughts())));
  }

  private static boolean takes(Thinking chosen, ThinkingControl thoughts) {
    return switch (chosen) {
      case Thinking.Level(String level) ->
          thoughts instanceof ThinkingControl.Levels known && known.levels().contains(level);
      case Thinking.Budget(int tokens) ->
          thoughts instanceof ThinkingControl.Budget range
              && (tokens < 0
                  || ((tokens == 0 ? range.canDisable() : tokens >= range.min())
                      && tokens <= range.max()));
    };
  }
}
