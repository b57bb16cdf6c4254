package dev.pollux.ui.wizard.gemini;

import dev.pollux.models.GenerationSettings.Thinking;
import dev.pollux.models.ThinkingControl;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.LocalNumber;
import dev.pollux.ui.kit.NumberField;
import dev.pollux.ui.kit.SteadyWidth;
import dev.pollux.ui.kit.TextWidth;
import dev.pollux.ui.wizard.step.WordsConverter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// How much the model thinks: only the ways that it knows are offered.
final class ThinkingBox {
  /// Where a number of tokens begins when it is chosen.
  private static final int FIRST = 512;

  /// Pixels of the field for a number of tokens.
  private static final double COUNTED = 72;

  private final GeminiStepController controller;
  private final Words words;
  private final ComboBox<Way> ways = new ComboBox<>();
  private final NumberField tokens;
  private final Label unit = new Label();
  private final HBox count;
  private final HBox root;
  private ThinkingControl offered = ThinkingControl.NONE;
  private Optional<Thinking> chosen = Optional.empty();
  private boolean showing;

  /// One line of the list.
  private sealed interface Way {
    record AsUsual() implements Way {}

    record Level(String level) implements Way {}

    record Off() implements Way {}

    record Tokens() implements Way {}
  }

  ThinkingBox(GeminiStepController controller, Words words) {
    this.controller = controller;
    this.words = words;
    ways.setId("wizard-settings-thinking");
    ways.setAccessibleText(words.get("wizard.settings.thinking"));
    ways.setConverter(new WordsConverter<>(this::label));
    ways.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(ways, Priority.ALWAYS);
    ways.valueProperty().subscribe(this::onWay);
    tokens =
        new NumberField(
            "wizard-settings-budget",
            new LocalNumber(words.locale(), true),
            controller,
            this::onTokens);
    tokens
        .focusedProperty()
        .subscribe((_, in) -> {
          if (!in) {
            showWay();
          }
        });
    tokens.setAccessibleText(words.get("wizard.settings.budget"));
    unit.setText(words.get("wizard.settings.tokens"));
    unit.getStyleClass().add("quiet");
    tokens.setMinWidth(COUNTED);
    tokens.setPrefWidth(COUNTED);
    unit.setMinWidth(Region.USE_PREF_SIZE);
    count = new HBox(6, tokens, unit);
    count.setAlignment(Pos.CENTER_LEFT);
    count.managedProperty().bind(count.visibleProperty());
    root = new HBox(6, ways, count);
    root.setAlignment(Pos.CENTER_LEFT);
  }

  HBox root() {
    return root;
  }

  void focus() {
    ways.requestFocus();
  }

  private String label(Way way) {
    return switch (way) {
      case Way.AsUsual _ ->
          offered instanceof ThinkingControl.Levels(var _, String standard) && !standard.isEmpty()
              ? words.get("wizard.settings.standard", words.get("wizard.thinking." + standard))
              : words.get("wizard.settings.by-model");
      case Way.Level(String level) -> words.get("wizard.thinking." + level);
      case Way.Off _ -> words.get("wizard.settings.off");
      case Way.Tokens _ -> words.get("wizard.settings.so-many");
    };
  }

  /// @param stops whether the model does not take what is chosen
  void show(ThinkingControl thoughts, Optional<Thinking> now, boolean stops) {
    chosen = now;
    showing = true;
    try {
      if (!thoughts.equals(offered) || ways.getItems().isEmpty()) {
        offered = thoughts;
        ways.getItems().setAll(offers(thoughts));
        root.setMinWidth(width());
        root.setMaxWidth(width());
      }
      if (chosen.orElse(null) instanceof Thinking.Budget(int budget) && budget > 0) {
        tokens.show(OptionalDouble.of(budget), stops);
      }
    } finally {
      showing = false;
    }
    if (!tokens.isFocused()) {
      showWay();
    }
  }

  /// While tokens are written the field stays, whatever the number means so far.
  private void showWay() {
    showing = true;
    try {
      Way way = way(chosen);
      ways.setValue(way);
      count.setVisible(way instanceof Way.Tokens);
    } finally {
      showing = false;
    }
  }

  private static Way way(Optional<Thinking> chosen) {
    return switch (chosen.orElse(null)) {
      case null -> new Way.AsUsual();
      case Thinking.Level(String level) -> new Way.Level(level);
      case Thinking.Budget(int budget) when budget < 0 -> new Way.AsUsual();
      case Thinking.Budget(int budget) when budget == 0 -> new Way.Off();
      case Thinking.Budget _ -> new Way.Tokens();
    };
  }

  /// Room for the widest way, and for a number beside its own: whichever is chosen, and of
  /// whichever model, what stands beside all of it stays.
  private double width() {
    double counted =
        SteadyWidth.around(label(new Way.Tokens()))
            + COUNTED
            + Math.ceil(TextWidth.of(unit.getText()))
            + 2 * root.getSpacing();
    double usual = SteadyWidth.around(words.get("wizard.settings.by-model"));
    return ways.getItems().stream()
        .map(this::label)
        .mapToDouble(SteadyWidth::around)
        .reduce(Math.max(usual, counted), Math::max);
  }

  private static List<Way> offers(ThinkingControl thoughts) {
    List<Way> all = new ArrayList<>(List.of(new Way.AsUsual()));
    switch (thoughts) {
      case ThinkingControl.None _ -> {}
      case ThinkingControl.Levels levels ->
          levels.levels().forEach(level -> all.add(new Way.Level(level)));
      case ThinkingControl.Budget budget -> {
        if (budget.canDisable()) {
          all.add(new Way.Off());
        }
        all.add(new Way.Tokens());
      }
    }
    return all;
  }

  private void onWay(Way way) {
    if (showing || way == null) {
      return;
    }
    switch (way) {
      case Way.AsUsual _ -> choose("", Optional.empty());
      case Way.Level(String level) -> choose("", Optional.of(new Thinking.Level(level)));
      case Way.Off _ -> choose("", Optional.of(new Thinking.Budget(0)));
      case Way.Tokens _ -> choose("", Optional.of(new Thinking.Budget(first())));
    }
  }

  private int first() {
    return offered instanceof ThinkingControl.Budget budget ? Math.max(FIRST, budget.min()) : FIRST;
  }

  private void onTokens(OptionalDouble typed) {
    if (typed.isPresent()) {
      choose("thinking", Optional.of(new Thinking.Budget((int) typed.getAsDouble())));
    }
  }

  private void choose(String what, Optional<Thinking> thinking) {
    controller.onSettings(what, settings -> settings.withThinking(thinking));
  }
}
