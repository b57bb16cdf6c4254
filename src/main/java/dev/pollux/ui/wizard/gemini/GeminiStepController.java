package dev.pollux.ui.wizard.gemini;

import dev.pollux.cost.Budget;
import dev.pollux.domain.Finding;
import dev.pollux.domain.GeminiModel;
import dev.pollux.draft.Draft;
import dev.pollux.draft.Step;
import dev.pollux.draft.state.DraftState;
import dev.pollux.models.GenerationSettings;
import dev.pollux.models.ModelCatalog;
import dev.pollux.prompt.check.SettingsFit;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.NumberField;
import dev.pollux.ui.wizard.step.DraftModel;
import dev.pollux.ui.wizard.step.StepActions;
import dev.pollux.ui.wizard.step.WizardStep;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.Parent;

/// Which model answers, how it answers, and what that costs.
public final class GeminiStepController implements WizardStep, NumberField.Writing {
  private final DraftModel model;
  private final StepActions actions;
  private final Consumer<Budget> limits;
  private final Words words;
  private final GeminiStepView view;

  /// As the person set them, before another model took some of them away.
  private GenerationSettings wanted = GenerationSettings.NONE;

  private GenerationSettings fitted = GenerationSettings.NONE;

  /// @param limits hears of changed limits on spending, and shows them by the context of the draft
  public GeminiStepController(
      DraftModel model, StepActions actions, Consumer<Budget> limits, Words words) {
    this.model = model;
    this.actions = actions;
    this.limits = limits;
    this.words = words;
    this.view = new GeminiStepView(model, actions, this, words);
  }

  @Override
  public Parent root() {
    return view.root();
  }

  @Override
  public void focusFirst() {
    String code =
        model.checks().of(Step.MODEL).stream()
            .filter(Finding::stops)
            .map(Finding::code)
            .findFirst()
            .orElse("");
    view.focus(GeminiField.of(code));
  }

  /// A line of the list.
  void onModel(String id) {
    model.edit("model", draft -> named(draft, id));
  }

  /// A letter was typed over the list: the next model with a word that begins so.
  void onLetter(String letter) {
    DraftState now = model.now();
    ModelSearch.next(GeminiLine.offered(now), now.model().map(GeminiModel::id), letter)
        .ifPresent(this::onModel);
  }

  /// The draft with another model, which keeps those settings that the model takes. A name that is
  /// only half written takes nothing away; a model that comes back brings its settings back.
  Draft named(Draft draft, String typed) {
    GenerationSettings settings = draft.spec().settings();
    if (!settings.equals(fitted)) {
      wanted = settings;
    }
    Draft next = draft.withModel(typed);
    DraftState then = model.now().with(next);
    ModelCatalog catalog = then.context().catalog();
    Optional<String> known =
        then.model().map(GeminiModel::id).filter(id -> catalog.info(id).isPresent());
    fitted = known.map(id -> SettingsFit.fit(wanted, catalog.traits(id))).orElse(settings);
    GenerationSettings chosen = fitted;
    return next.withSpec(spec -> spec.withSettings(chosen));
  }

  /// @param what is typed, or empty for a choice, see [DraftModel#edit]
  void onSettings(String what, UnaryOperator<GenerationSettings> change) {
    model.edit(
        what, draft -> draft.withSpec(spec -> spec.withSettings(change.apply(spec.settings()))));
  }

  void onLimits(UnaryOperator<Budget> change) {
    limits.accept(change.apply(model.now().context().budget()));
  }

  /// The person went on to another field.
  @Override
  public void onLeft() {
    model.endEdit();
    actions.tell("");
  }

  /// What is typed into a field of numbers; what is none is not taken, and said.
  @Override
  public void onTyped(boolean number, String typed) {
    actions.tell(number ? "" : words.get("wizard.settings.not-a-number", typed.strip()));
  }
}
