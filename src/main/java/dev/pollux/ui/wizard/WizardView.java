package dev.pollux.ui.wizard;

import dev.pollux.domain.Finding;
import dev.pollux.domain.Severity;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.View;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Rail, step, summary, and the buttons below.
final class WizardView extends View<BorderPane> {
  private final WizardModel model;
  private final WizardController controller;
  private final Words words;
  private final Map<Step, StepView> steps = new EnumMap<>(Step.class);
  private final StepListView rail;
  private final SummaryView summary;
  private final BorderPane middle = new BorderPane();
  private final Label note = new Label();
  private final Button mend = new Button();
  private final Label progress = new Label();
  private final ProgressIndicator wheel = new ProgressIndicator();
  private final Button back = new Button();
  private final Button next = new Button();
  private final Button submit = new Button();

  WizardView(WizardModel model, WizardController controller, Words words, boolean simulated) {
    super(new BorderPane());
    this.model = model;
    this.controller = controller;
    this.words = words;
    rail = new StepListView(controller, words);
    summary = new SummaryView(words, simulated);
    steps.put(Step.SOURCE, new SourceStep(model, controller, words));
    steps.put(Step.REQUESTS, new RequestsStep(model, controller, words));
    steps.put(Step.MODEL, new ModelStep(model, controller, words));
    steps.put(Step.DESTINATION, new DestinationStep(model, controller, words));
    steps.put(Step.REVIEW, new ReviewStep(model, controller, words));
    note.setId("wizard-error");
    note.setWrapText(true);
    mend.setId("wizard-mend");
    mend.setMnemonicParsing(false);
    mend.getStyleClass().add("small");
    mend.setMinWidth(Region.USE_PREF_SIZE);
    HBox said = new HBox(12, note, mend);
    said.getStyleClass().add("wizard-note");
    said.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(note, Priority.ALWAYS);
    middle.setBottom(new VBox(said, buttons()));
    middle.setMinWidth(300);
    root().getStyleClass().add("pane");
    root().setLeft(rail.root());
    root().setCenter(middle);
    root().setRight(summary.root());
  }

  private HBox buttons() {
    back.setId("wizard-back");
    back.setText(words.get("wizard.back"));
    back.getStyleClass().add("flat");
    back.setOnAction(_ -> controller.onBack());
    next.setId("wizard-next");
    next.getStyleClass().add("accent");
    next.setOnAction(_ -> controller.onNext());
    submit.setId("wizard-submit");
    submit.getStyleClass().add("success");
    submit.setOnAction(_ -> controller.onSubmit());
    progress.setId("wizard-progress");
    progress.getStyleClass().add("quiet");
    wheel.setPrefSize(20, 20);
    for (Button button : new Button[] {back, next, submit}) {
      button.managedProperty().bind(button.visibleProperty());
      button.setMinWidth(Region.USE_PREF_SIZE);
    }
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox line = new HBox(12, wheel, progress, space, back, next, submit);
    line.setAlignment(Pos.CENTER_RIGHT);
    line.getStyleClass().add("wizard-buttons");
    return line;
  }

  @Override
  protected void attach() {
    onDetach(model.step.subscribe(this::showStep)::unsubscribe);
    onDetach(model.revision.subscribe(_ -> redraw())::unsubscribe);
    onDetach(model.error.subscribe(_ -> showNote())::unsubscribe);
    onDetach(model.busy.subscribe(this::showBusy)::unsubscribe);
    onDetach(model.progress.subscribe(progress::setText)::unsubscribe);
  }

  void focusFirstField() {
    step(model.step.get()).firstField().requestFocus();
  }

  private StepView step(Step step) {
    return Objects.requireNonNull(steps.get(step));
  }

  private void showStep(Step step) {
    middle.setCenter(step(step).root());
    back.setVisible(step != Step.SOURCE);
    next.setVisible(step != Step.REVIEW);
    submit.setVisible(step == Step.REVIEW);
    next.setText(words.get("wizard.next", words.get("wizard.step." + step.next().name())));
    redraw();
  }

  private void redraw() {
    Step step = model.step.get();
    rail.show(step, controller, model);
    summary.show(model);
    step(step).show();
    submit.setText(words.get("wizard.submit", model.rows()));
    showNote();
  }

  /// An error that was provoked, else the first warning of the step.
  private void showNote() {
    Optional<Finding> warning =
        model.step.get() == Step.REVIEW
            ? Optional.empty()
            : model.findings.stream().filter(f -> f.level() != Severity.OK).findFirst();
    boolean provoked = !model.error.get().isEmpty();
    boolean typed = model.step.get() == Step.DESTINATION || model.step.get() == Step.REQUESTS;
    String text =
        provoked
            ? model.error.get()
            : warning
                .filter(f -> f.level() == Severity.WARNING || typed)
                .filter(f -> !f.code().endsWith(".blank"))
                .map(controller::say)
                .orElse("");
    note.setText(text);
    note.setVisible(!text.isEmpty());
    boolean bad = provoked || warning.filter(Finding::stops).isPresent();
    showMend(text);
    note.getStyleClass().removeAll("problem", "warning-text");
    note.getStyleClass().add(bad ? "problem" : "warning-text");
  }

  /// The click that mends what is said, where there is one.
  private void showMend(String said) {
    Optional<QuickFix> click =
        model.findings.stream()
            .filter(f -> f.level() != Severity.OK && controller.say(f).equals(said))
            .findFirst()
            .flatMap(controller::mend);
    mend.setText(click.map(QuickFix::label).orElse(""));
    mend.setOnAction(_ -> click.ifPresent(m -> m.action().run()));
    mend.setVisible(click.isPresent());
  }

  private void showBusy(boolean busy) {
    wheel.setVisible(busy);
    progress.setVisible(busy);
    submit.setDisable(busy);
    back.setDisable(busy);
  }
}
