package dev.pollux.ui.wizard.gemini;

import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.ModelInfo;
import dev.pollux.draft.state.DraftState;
import dev.pollux.models.GenerationSettings;
import dev.pollux.models.ModelCatalog;
import dev.pollux.models.ModelTraits;
import dev.pollux.models.Setting;
import dev.pollux.models.ThinkingControl;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.LocalNumber;
import dev.pollux.ui.kit.NumberField;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// How Gemini answers. Shows only what the chosen model takes; what is seldom needed is folded.
final class SettingsSection {
  private final GeminiStepController controller;
  private final Words words;
  private final VBox root = new VBox(8);
  private final ThinkingBox thinking;
  private final NumberField limit;
  private final NumberField temperature;
  private final NumberField topP;
  private final NumberField seed;
  private final Label note = new Label();
  private final Hyperlink more = new Hyperlink();
  private final FlowPane fields = new FlowPane(16, 8);
  private final FlowPane folded = new FlowPane(16, 8);
  private final Node thinkingField;
  private final Node temperatureField;
  private final Node topPField;
  private final Node seedField;

  SettingsSection(GeminiStepController controller, Words words) {
    this.controller = controller;
    this.words = words;
    thinking = new ThinkingBox(controller, words);
    limit = number("limit", true, (s, value) -> s.withMaxOutputTokens(whole(value)));
    temperature = number("temperature", false, GenerationSettings::withTemperature);
    topP = number("top-p", false, GenerationSettings::withTopP);
    seed = number("seed", true, (s, value) -> s.withSeed(whole(value)));
    limit.setPrefColumnCount(13);
    temperature.setPromptText("0 – 2");
    topP.setPromptText("0 – 1");
    thinkingField = new VBox(2, caption("wizard.settings.thinking"), thinking.root());
    temperatureField = field("wizard.settings.temperature", temperature);
    topPField = field("wizard.settings.top-p", topP);
    seedField = field("wizard.settings.seed", seed);
    more.setId("wizard-settings-more");
    more.setText(words.get("wizard.settings.more"));
    more.setOnAction(_ -> unfold(!root.getChildren().contains(folded)));
    fields.getChildren().add(field("wizard.settings.limit", limit));
    root.setId("wizard-settings");
    note.setText(words.get("wizard.settings.own-requests"));
    note.setWrapText(true);
    note.getStyleClass().add("quiet");
    root.getChildren().addAll(note, fields, more);
  }

  private NumberField number(
      String name,
      boolean whole,
      BiFunction<GenerationSettings, OptionalDouble, GenerationSettings> change) {
    return new NumberField(
        "wizard-settings-" + name,
        new LocalNumber(words.locale(), whole),
        controller,
        value -> controller.onSettings(name, settings -> change.apply(settings, value)));
  }

  private Label caption(String key) {
    Label label = new Label(words.get(key));
    label.getStyleClass().add("caption");
    return label;
  }

  private VBox field(String key, NumberField control) {
    Label label = caption(key);
    label.setLabelFor(control);
    control.setAccessibleText(words.get(key));
    return new VBox(2, label, control);
  }

  VBox root() {
    return root;
  }

  private void unfold(boolean open) {
    more.setText(words.get(open ? "wizard.settings.less" : "wizard.settings.more"));
    root.getChildren().remove(folded);
    if (open) {
      root.getChildren().add(folded);
    }
  }

  void focusThinking() {
    thinking.focus();
  }

  void focusLimit() {
    limit.requestFocus();
  }

  void focusTemperature() {
    unfold(true);
    temperature.requestFocus();
  }

  void focusTopP() {
    unfold(true);
    topP.requestFocus();
  }

  private static OptionalInt whole(OptionalDouble value) {
    return value.isEmpty() ? OptionalInt.empty() : OptionalInt.of((int) value.getAsDouble());
  }

  private static OptionalDouble fraction(OptionalInt value) {
    return value.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(value.getAsInt());
  }

  /// @param stops the codes of what stops the step
  void show(DraftState state, Set<String> stops) {
    ModelCatalog catalog = state.context().catalog();
    String id = state.model().map(GeminiModel::id).orElse("");
    ModelTraits traits = catalog.traits(id);
    GenerationSettings settings = state.spec().settings();
    thinking.show(
        traits.thoughts(),
        settings.thinking(),
        stops.stream().map(GeminiField::of).anyMatch(GeminiField.THINKING::equals));
    shown(
        fields,
        thinkingField,
        !(traits.thoughts() instanceof ThinkingControl.None) || settings.thinking().isPresent());
    limit.show(
        fraction(settings.maxOutputTokens()),
        stops.stream().map(GeminiField::of).anyMatch(GeminiField.LIMIT::equals));
    int most = catalog.info(id).map(ModelInfo::outputTokens).orElse(0);
    limit.setPromptText(
        most > 0
            ? words.get("wizard.settings.at-most", most)
            : words.get("wizard.settings.no-limit"));
    temperature.show(settings.temperature(), stops.contains("settings.temperature-range"));
    topP.show(settings.topP(), stops.contains("settings.top-p-range"));
    seed.show(fraction(settings.seed()), false);
    shown(folded, seedField, traits.offers(Setting.SEED) || settings.seed().isPresent());
    shown(folded, topPField, traits.offers(Setting.TOP_P) || settings.topP().isPresent());
    shown(
        folded,
        temperatureField,
        traits.offers(Setting.TEMPERATURE) || settings.temperature().isPresent());
    visible(more, !folded.getChildren().isEmpty());
    // The table's own requests bring their own settings.
    fields.setDisable(state.ownRequests());
    folded.setDisable(state.ownRequests());
    visible(note, state.ownRequests());
  }

  private static void visible(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private static void shown(FlowPane pane, Node node, boolean shown) {
    if (shown && !pane.getChildren().contains(node)) {
      pane.getChildren().addFirst(node);
    } else if (!shown) {
      pane.getChildren().remove(node);
    }
  }
}
