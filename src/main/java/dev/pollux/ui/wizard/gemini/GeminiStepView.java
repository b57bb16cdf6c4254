package dev.pollux.ui.wizard.gemini;

import dev.pollux.domain.Finding;
import dev.pollux.domain.GeminiModel;
import dev.pollux.draft.Step;
import dev.pollux.draft.state.DraftState;
import dev.pollux.models.Price;
import dev.pollux.models.Rates;
import dev.pollux.text.Money;
import dev.pollux.text.Words;
import dev.pollux.ui.wizard.step.CostPanel;
import dev.pollux.ui.wizard.step.DraftModel;
import dev.pollux.ui.wizard.step.DraftText;
import dev.pollux.ui.wizard.step.StepActions;
import dev.pollux.ui.wizard.step.StepView;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The models, the name, the settings; and beside them, always in sight, the price and its limits.
final class GeminiStepView extends StepView {
  private static final double PRICE_SIDE = 376;
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");
  private final StepActions actions;
  private final Words words;
  private final GeminiTable list;
  private final TextField name = new TextField();
  private final DraftText typed;
  private final Label proposed = new Label();
  private final Label price = new Label();
  private final Label problems = new Label();
  private final SettingsSection settings;
  private final LimitsSection limits;

  GeminiStepView(
      DraftModel model, StepActions actions, GeminiStepController controller, Words words) {
    super(model, words.get("wizard.model.question"), words.get("wizard.model.sentence"));
    this.actions = actions;
    this.words = words;
    list = new GeminiTable(controller, words);
    settings = new SettingsSection(controller, words);
    limits = new LimitsSection(controller, words);
    name.setId("wizard-model-name");
    name.setAccessibleText(words.get("wizard.model.any"));
    typed =
        DraftText.bind(
            name,
            model,
            "model",
            state -> state.draft().model(),
            DraftState::modelName,
            controller::named);
    proposed.setId("wizard-model-proposed");
    proposed.setText(words.get("wizard.model.proposed"));
    proposed.getStyleClass().add("badge");
    price.setId("wizard-model-price");
    price.getStyleClass().add("quiet");
    problems.setId("wizard-model-files");
    problems.getStyleClass().add("warning-text");
    for (Label text : new Label[] {price, problems}) {
      text.setWrapText(true);
      text.setMinHeight(Region.USE_PREF_SIZE);
    }
    VBox.setVgrow(list.root(), Priority.ALWAYS);
    VBox choice =
        new VBox(
            8,
            problems,
            list.root(),
            new HBox(8, caption(words.get("wizard.model.any")), proposed),
            name,
            price,
            settings.root());
    choice.getStyleClass().add("gemini-choice");
    Node left = scrolling(choice);
    HBox.setHgrow(left, Priority.ALWAYS);
    VBox money = new VBox(12, new CostPanel(model, actions, words).root(), limits.root());
    ScrollPane right = scrolling(money);
    right.setMinWidth(PRICE_SIDE);
    right.setPrefWidth(PRICE_SIDE);
    HBox sides = new HBox(16, left, right);
    VBox.setVgrow(sides, Priority.ALWAYS);
    add(sides);
  }

  private static ScrollPane scrolling(VBox content) {
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setFocusTraversable(false);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().addAll("edge-to-edge", "wizard-scroll");
    return scroll;
  }

  void focus(GeminiField field) {
    switch (field) {
      case LIST -> {
        list.root().requestFocus();
        if (!list.root().isFocused()) {
          // It is being looked up; a name can be written meanwhile.
          name.requestFocus();
        }
      }
      case NAME -> name.requestFocus();
      case THINKING -> settings.focusThinking();
      case LIMIT -> settings.focusLimit();
      case TEMPERATURE -> settings.focusTemperature();
      case TOP_P -> settings.focusTopP();
      case CAP -> limits.focusCap();
    }
  }

  @Override
  protected void show(DraftState state) {
    Set<String> stops =
        model().checks().of(Step.MODEL).stream()
            .filter(Finding::stops)
            .map(Finding::code)
            .collect(Collectors.toSet());
    String left =
        state.context().problems().stream().map(actions::say).collect(Collectors.joining(" "));
    problems.setText(left);
    visible(problems, !left.isEmpty());
    list.show(state);
    name.setPromptText(state.proposedModel().orElse("gemini-… , projects/…/locations/…/models/…"));
    typed.show(state);
    name.pseudoClassStateChanged(
        WRONG, stops.stream().map(GeminiField::of).anyMatch(GeminiField.NAME::equals));
    proposed.setVisible(state.draft().model().isBlank() && state.proposedModel().isPresent());
    price.setText(
        state
            .pricedModel()
            .map(priced -> line(state.price(priced), state.model().map(GeminiModel::id)))
            .orElse(""));
    settings.show(state, stops);
    limits.show(state, stops);
  }

  private static void visible(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private String line(Price found, Optional<String> id) {
    return switch (found) {
      case Price.Unknown _ -> words.get("wizard.model.no-price", id.orElse(""));
      case Price.Known known -> line(known);
    };
  }

  private String line(Price.Known known) {
    Rates batch = known.batch().normal();
    String line =
        words.get(
            "wizard.model.price-line",
            Money.rate(words, batch.input()),
            Money.rate(words, batch.output()),
            day(known.asOf()));
    String until =
        known.to().map(last -> " " + words.get("wizard.model.price-until", day(last))).orElse("");
    return known.premium() > 0
        ? line + until + " " + words.get("wizard.model.price-regional")
        : line + until;
  }

  private String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(words.locale())
        .format(day);
  }
}
