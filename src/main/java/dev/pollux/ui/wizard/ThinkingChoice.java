package dev.pollux.ui.wizard;

import dev.pollux.models.GenerationSettings.Thinking;
import dev.pollux.models.ThinkingControl;
import dev.pollux.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;

/// How much the model thinks: only the ways that it knows are offered.
final class ThinkingChoice {
  private final Words words;
  private final Consumer<Optional<Thinking>> heard;
  private final ComboBox<Way> ways = new ComboBox<>();
  private final NumberField tokens;
  private final Label unit = new Label();
  private final HBox root = new HBox(6, ways);
  private ThinkingControl offered = ThinkingControl.NONE;
  private boolean showing;

  /// One line of the list: as the model likes, a level, none, or so many tokens.
  private record Way(Kind kind, String level) {}

  private enum Kind {
    MODEL,
    LEVEL,
    OFF,
    TOKENS
  }

  ThinkingChoice(Words words, Consumer<Optional<Thinking>> heard) {
    this.words = words;
    this.heard = heard;
    ways.setId("wizard-settings-thinking");
    ways.setAccessibleText(words.get("wizard.settings.thinking"));
    ways.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Way way) {
            return way == null ? "" : label(way);
          }

          @Override
          public Way fromString(String text) {
            throw new UnsupportedOperationException("the list is not typed into");
          }
        });
    ways.valueProperty().subscribe(this::onWay);
    tokens = new NumberField("wizard-settings-budget", true, this::onTokens);
    tokens.setAccessibleText(words.get("wizard.settings.budget"));
    unit.setText(words.get("wizard.settings.tokens"));
    unit.getStyleClass().add("quiet");
    root.setAlignment(Pos.CENTER_LEFT);
  }

  HBox root() {
    return root;
  }

  private String label(Way way) {
    return switch (way.kind()) {
      case MODEL ->
          offered instanceof ThinkingControl.Levels(var _, String standard) && !standard.isEmpty()
              ? words.get("wizard.settings.standard", words.get("wizard.thinking." + standard))
              : words.get("wizard.settings.by-model");
      case LEVEL -> words.get("wizard.thinking." + way.level());
      case OFF -> words.get("wizard.settings.off");
      case TOKENS -> words.get("wizard.settings.so-many");
    };
  }

  void show(ThinkingControl thoughts, Optional<Thinking> chosen) {
    showing = true;
    if (!thoughts.equals(offered) || ways.getItems().isEmpty()) {
      offered = thoughts;
      ways.getItems().setAll(offers(thoughts));
    }
    Way way =
        chosen
            .map(t ->
                switch (t) {
                  case Thinking.Level(String level) -> new Way(Kind.LEVEL, level);
                  case Thinking.Budget(int budget) ->
                      budget < 0
                          ? new Way(Kind.MODEL, "")
                          : new Way(budget == 0 ? Kind.OFF : Kind.TOKENS, "");
                })
            .orElse(new Way(Kind.MODEL, ""));
    if (!tokens.isFocused()) {
      ways.setValue(way);
      counted(way.kind() == Kind.TOKENS);
    }
    if (chosen.orElse(null) instanceof Thinking.Budget(int budget) && budget > 0) {
      tokens.show(OptionalDouble.of(budget));
    }
    showing = false;
  }

  private static List<Way> offers(ThinkingControl thoughts) {
    List<Way> all = new ArrayList<>(List.of(new Way(Kind.MODEL, "")));
    switch (thoughts) {
      case ThinkingControl.None _ -> {}
      case ThinkingControl.Levels levels ->
          levels.levels().forEach(level -> all.add(new Way(Kind.LEVEL, level)));
      case ThinkingControl.Budget budget -> {
        if (budget.canDisable()) {
          all.add(new Way(Kind.OFF, ""));
        }
        all.add(new Way(Kind.TOKENS, ""));
      }
    }
    return all;
  }

  private void counted(boolean shown) {
    if (shown && root.getChildren().size() == 1) {
      root.getChildren().addAll(tokens, unit);
    } else if (!shown) {
      root.getChildren().setAll(ways);
    }
  }

  private void onWay(Way way) {
    if (showing || way == null) {
      return;
    }
    counted(way.kind() == Kind.TOKENS);
    switch (way.kind()) {
      case MODEL -> heard.accept(Optional.empty());
      case LEVEL -> heard.accept(Optional.of(new Thinking.Level(way.level())));
      case OFF -> heard.accept(Optional.of(new Thinking.Budget(0)));
      case TOKENS -> {
        int least =
            offered instanceof ThinkingControl.Budget budget ? Math.max(512, budget.min()) : 512;
        tokens.show(OptionalDouble.of(least));
        heard.accept(Optional.of(new Thinking.Budget(least)));
      }
    }
  }

  private void onTokens(OptionalDouble typed) {
    if (!showing && typed.isPresent()) {
      heard.accept(Optional.of(new Thinking.Budget((int) typed.getAsDouble())));
    }
  }
}
