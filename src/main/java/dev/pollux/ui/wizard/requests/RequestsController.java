package dev.pollux.ui.wizard.requests;

import dev.pollux.background.Background;
import dev.pollux.cloud.Gemini;
import dev.pollux.domain.Finding;
import dev.pollux.domain.table.TableRef;
import dev.pollux.draft.Step;
import dev.pollux.draft.check.QuickFix;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.state.Facts;
import dev.pollux.draft.trial.Trial;
import dev.pollux.prompt.ColumnUse;
import dev.pollux.prompt.FilePart;
import dev.pollux.prompt.rows.RowChoice;
import dev.pollux.text.Words;
import dev.pollux.ui.wizard.requests.answer.AnswerController;
import dev.pollux.ui.wizard.step.DraftModel;
import dev.pollux.ui.wizard.step.StepActions;
import dev.pollux.ui.wizard.step.WizardStep;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Parent;

/// What is asked of each row, what the answer has, and which rows are asked; with a real row as it
/// will be sent, and a trial, beside it.
public final class RequestsController implements WizardStep {
  /// They pass by themselves, so that nobody is led to them.
  private static final Set<String> PASSING = Set.of("rows.counting", "rows.not-counted-yet");

  private final DraftModel model;
  private final StepActions actions;
  private final RequestsModel screen = new RequestsModel();
  private final TokenGauge gauge;
  private final AnswerController answer;
  private final RecipeActions recipes;
  private final RequestsView view;
  private long lastTrial;
  private Optional<TableRef> lastTable = Optional.empty();

  /// @param trialBar stands beside the tabs: how many rows to try, and start
  /// @param trialPage the answers of the trial, behind one of the tabs
  public RequestsController(
      DraftModel model,
      StepActions actions,
      Background background,
      Gemini gemini,
      Words words,
      Parent trialBar,
      Parent trialPage) {
    this.model = model;
    this.actions = actions;
    this.gauge = new TokenGauge(gemini, background, screen::tokens);
    this.answer = new AnswerController(model, actions, words);
    this.recipes = new RecipeActions(model, screen, actions, background, words);
    this.view = new RequestsView(model, screen, this, words, trialBar, trialPage);
  }

  @Override
  public Parent root() {
    return view.root();
  }

  @Override
  public void focusFirst() {
    Optional<Finding> first =
        model.checks().of(Step.REQUESTS).stream()
            .filter(Finding::stops)
            .filter(finding -> !PASSING.contains(finding.code()))
            .findFirst();
    String code = first.map(Finding::code).orElse("");
    if (code.startsWith("rows.")) {
      screen.page(RequestsModel.Page.ROWS);
      view.focusRows();
    } else if (code.startsWith("schema.")) {
      answer.focusFault();
    } else {
      view.focusPrompt();
    }
  }

  /// Opens a recipe file, as a person does who opens it from the desktop.
  public void openRecipe(Path file) {
    recipes.open(file);
  }

  AnswerController answer() {
    return answer;
  }

  RecipeActions recipes() {
    return recipes;
  }

  PromptStatus status(DraftState state, Words words) {
    return PromptStatus.of(state, model.checks(), actions, words);
  }

  String say(Finding finding) {
    return actions.say(finding);
  }

  String label(QuickFix fix) {
    return actions.label(fix);
  }

  /// What is wrong with the choice of rows or open about their count, and what mends it.
  Optional<Finding> rowsFinding() {
    return model.checks().of(Step.REQUESTS).stream()
        .filter(finding -> finding.code().startsWith("rows."))
        .findFirst();
  }

  Optional<QuickFix> fix(Finding finding) {
    return actions.fix(finding);
  }

  void onFix(QuickFix fix) {
    actions.apply(fix);
  }

  /// Shows the page that was shown in another language.
  public void goOnFrom(RequestsController before) {
    lastTable = before.lastTable;
    lastTrial = before.lastTrial;
    screen.page(before.screen.page().get());
    screen.asJson(before.screen.asJson().get());
    int row = before.screen.preview().get().row();
    preview(model.now(), row);
  }

  /// Another job begins.
  public void begin() {
    screen.page(RequestsModel.Page.PREVIEW);
  }

  /// The draft, or what is known about it, has changed.
  void onState(DraftState state) {
    Optional<TableRef> table = state.sourceRef();
    if (table.isPresent() && !table.equals(lastTable)) {
      // What was in front was about the other table.
      if (lastTable.isPresent()) {
        begin();
      }
      lastTable = table;
    }
    Optional<Trial> trial = state.trial();
    trial
        .filter(now -> now.id() != lastTrial)
        .ifPresent(now -> {
          lastTrial = now.id();
          screen.page(RequestsModel.Page.TRIAL);
        });
    if (screen.notice().get().filter(note -> !note.taken().equals(state.draft())).isPresent()) {
      screen.notice(Optional.empty());
    }
    preview(state, screen.preview().get().row());
  }

  private void preview(DraftState state, int row) {
    Preview now = Preview.of(state, row);
    screen.preview(now);
    gauge.show(now.request(), state);
  }

  /// The step leaves: nothing is counted for it.
  void onHidden() {
    gauge.stop();
  }

  void onKind(boolean own) {
    model.edit("", draft -> draft.withOwnRequests(Optional.of(own)));
  }

  void onPage(RequestsModel.Page page) {
    screen.page(page);
  }

  /// @param by how many rows further the preview looks; round the end it begins anew
  void onRow(int by) {
    int size = model.now().asked().size();
    if (size > 0) {
      preview(model.now(), Math.floorMod(screen.preview().get().row() - 1 + by, size) + 1);
    }
  }

  void onAsJson(boolean json) {
    screen.asJson(json);
  }

  void onGuard(boolean guarded) {
    model.edit("", draft -> draft.withSpec(spec -> spec.withGuard(guarded)));
  }

  void onColumnUse(String name, ColumnUse use) {
    model.edit(
        "",
        draft ->
            draft.withSpec(spec -> {
              Map<String, ColumnUse> uses = new HashMap<>(spec.columns());
              uses.keySet().removeIf(name::equalsIgnoreCase);
              if (!use.equals(ColumnUse.PLAIN)) {
                uses.put(name, use);
              }
              return spec.withColumns(uses);
            }));
  }

  void onFiles(List<FilePart> files) {
    model.edit("", draft -> draft.withSpec(spec -> spec.withFiles(files)));
  }

  void onRows(RowChoice choice) {
    model.edit("", draft -> draft.withRows(choice));
  }

  void onStopCounting() {
    actions.stop(Facts.Topic.TOTAL);
  }
}
