package dev.pollux.ui.wizard;

import dev.pollux.domain.GeminiModel;
import dev.pollux.models.GenerationSettings;
import dev.pollux.models.ModelCatalog;
import dev.pollux.models.ModelTraits;
import dev.pollux.models.Setting;
import dev.pollux.models.ThinkingControl;
import dev.pollux.prompt.SettingsFit;
import dev.pollux.text.Words;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// How Gemini answers. Shows only what the chosen model takes; what is seldom needed is folded.
final class SettingsPane {
  private final WizardModel model;
  private final WizardController controller;
  private final ModelCatalog catalog;
  private final Words words;
  private final VBox root = new VBox(8);
  private final ThinkingChoice thinking;
  private final Node thinkingField;
  private final NumberField limit;
  private final NumberField temperature;
  private final NumberField topP;
  private final NumberField seed;
  private final Label note = new Label();
  private final Hyperlink more = new Hyperlink();
  private final FlowPane fields = new FlowPane(16, 8);
  private final FlowPane folded = new FlowPane(16, 8);
  private final Node temperatureField;
  private final Node topPField;
  private final Node seedField;

  SettingsPane(WizardModel model, WizardController controller, Words words) {
    this.model = model;
    this.controller = controller;
    this.catalog = controller.costing().knowledge().catalog();
    this.words = words;
    thinking = new ThinkingChoice(words, t -> take(SettingsFit.thinking(model.settings.get(), t)));
    limit = new NumberField("wizard-settings-limit", true, v -> take(limit(v)));
    temperature = new NumberField("wizard-settings-temperature", false, v -> take(heat(v)));
    topP = new NumberField("wizard-settings-top-p", false, v -> take(share(v)));
    seed = new NumberField("wizard-settings-seed", true, v -> take(seed(v)));
    thinkingField = field("wizard.settings.thinking", thinking.root(), null);
    temperatureField = field("wizard.settings.temperature", temperature, temperature);
    topPField = field("wizard.settings.top-p", topP, topP);
    seedField = field("wizard.settings.seed", seed, seed);
    limit.setPrefColumnCount(13);
    temperature.setPromptText("0 – 2");
    topP.setPromptText("0 – 1");
    more.setId("wizard-settings-more");
    more.setText(words.get("wizard.settings.more"));
    more.setOnAction(_ -> unfold(!root.getChildren().contains(folded)));
    fields.getChildren().add(field("wizard.settings.limit", limit, limit));
    root.setId("wizard-settings");
    note.setText(words.get("wizard.settings.own-requests"));
    note.setWrapText(true);
    note.getStyleClass().add("quiet");
    root.getChildren().addAll(note, fields, more);
  }

  private VBox field(
      String key, Node control, @org.jspecify.annotations.Nullable TextField labelled) {
    Label label = new Label(words.get(key));
    label.getStyleClass().add("caption");
    if (labelled != null) {
      label.setLabelFor(labelled);
      labelled.setAccessibleText(words.get(key));
    }
    return new VBox(2, label, control);
  }

  Node root() {
    return root;
  }

  private void unfold(boolean open) {
    more.setText(words.get(open ? "wizard.settings.less" : "wizard.settings.more"));
    root.getChildren().remove(folded);
    if (open) {
      root.getChildren().add(folded);
    }
  }

  private void take(GenerationSettings settings) {
    model.settings.set(settings);
    controller.onEdited();
  }

  private GenerationSettings limit(OptionalDouble value) {
    GenerationSettings s = model.settings.get();
    return new GenerationSettings(
        s.temperature(), s.topP(), s.topK(), whole(value), s.seed(), s.thinking());
  }

  private GenerationSettings heat(OptionalDouble value) {
    GenerationSettings s = model.settings.get();
    return new GenerationSettings(
        value, s.topP(), s.topK(), s.maxOutputTokens(), s.seed(), s.thinking());
  }

  private GenerationSettings share(OptionalDouble value) {
    GenerationSettings s = model.settings.get();
    return new GenerationSettings(
        s.temperature(), value, s.topK(), s.maxOutputTokens(), s.seed(), s.thinking());
  }

  private GenerationSettings seed(OptionalDouble value) {
    GenerationSettings s = model.settings.get();
    return new GenerationSettings(
        s.temperature(), s.topP(), s.topK(), s.maxOutputTokens(), whole(value), s.thinking());
  }

  private static OptionalInt whole(OptionalDouble value) {
    return value.isEmpty() ? OptionalInt.empty() : OptionalInt.of((int) value.getAsDouble());
  }

  private static OptionalDouble fraction(OptionalInt value) {
    return value.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(value.getAsInt());
  }

  /// The draft or the model has changed.
  void show() {
    String id = model.geminiModel().map(GeminiModel::id).orElse("");
    ModelTraits traits = catalog.traits(id);
    GenerationSettings settings = model.settings.get();
    thinking.show(traits.thoughts(), settings.thinking());
    shown(
        fields,
        thinkingField,
        !(traits.thoughts() instanceof ThinkingControl.None) || settings.thinking().isPresent());
    limit.show(fraction(settings.maxOutputTokens()));
    limit.setPromptText(
        catalog
            .info(id)
            .filter(info -> info.outputTokens() > 0)
            .map(info -> words.get("wizard.settings.at-most", info.outputTokens()))
            .orElse(words.get("wizard.settings.no-limit")));
    temperature.show(settings.temperature());
    topP.show(settings.topP());
    seed.show(fraction(settings.seed()));
    shown(folded, seedField, traits.offers(Setting.SEED) || settings.seed().isPresent());
    shown(folded, topPField, traits.offers(Setting.TOP_P) || settings.topP().isPresent());
    shown(
        folded,
        temperatureField,
        traits.offers(Setting.TEMPERATURE) || settings.temperature().isPresent());
    boolean any = !folded.getChildren().isEmpty();
    more.setVisible(any);
    more.setManaged(any);
    // The table's own requests bring their own settings.
    boolean own = !model.template.get();
    fields.setDisable(own);
    folded.setDisable(own);
    note.setVisible(own);
    note.setManaged(own);
  }

  private static void shown(FlowPane pane, Node node, boolean shown) {
    if (shown && !pane.getChildren().contains(node)) {
      pane.getChildren().add(0, node);
    } else if (!shown) {
      pane.getChildren().remove(node);
    }
  }
}
