package dev.pollux.ui.wizard;

import dev.pollux.domain.Finding;
import dev.pollux.domain.Severity;
import dev.pollux.draft.Step;
import dev.pollux.draft.check.DraftChecks;
import dev.pollux.draft.check.QuickFix;
import dev.pollux.ui.wizard.step.StepActions;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The place below the step where something is said: what a press provoked, else the first warning
/// of the step, with its quick fix. It is there when it is empty too, so that nothing moves.
final class NoteLine {
  private final StepActions actions;
  private final Label note = new Label();
  private final Button fix = new Button();
  private final HBox root;

  NoteLine(StepActions actions) {
    this.actions = actions;
    note.setId("wizard-error");
    note.setWrapText(true);
    note.setMinHeight(Region.USE_PREF_SIZE);
    fix.setId("wizard-fix");
    fix.setMnemonicParsing(false);
    fix.getStyleClass().add("small");
    fix.setMinWidth(Region.USE_PREF_SIZE);
    HBox.setHgrow(note, Priority.ALWAYS);
    root = new HBox(12, note, fix);
    root.getStyleClass().add("wizard-note");
    root.setAlignment(Pos.CENTER_LEFT);
  }

  Node root() {
    return root;
  }

  void show(String message, Step step, DraftChecks checks) {
    Optional<Finding> first =
        checks.of(step).stream().filter(f -> f.level() != Severity.OK).findFirst();
    String pressed = first.filter(f -> isSaidAloudThere(f, step)).isPresent() ? "" : message;
    Optional<Finding> said =
        pressed.isEmpty()
            ? first.filter(f -> step != Step.REVIEW && unasked(f, step))
            : first.filter(f -> actions.say(f).equals(pressed));
    String text = pressed.isEmpty() ? said.map(actions::say).orElse("") : pressed;
    boolean bad = !pressed.isEmpty() || said.filter(Finding::stops).isPresent();
    note.setText(text);
    boolean waits = said.filter(DraftChecks::isUnderWay).isPresent();
    note.getStyleClass().removeAll("problem", "warning-text", "quiet");
    note.getStyleClass().add(waits ? "quiet" : bad ? "problem" : "warning-text");
    Optional<QuickFix> click = said.flatMap(actions::fix);
    fix.setText(click.map(actions::label).orElse(""));
    fix.setOnAction(_ -> click.ifPresent(actions::apply));
    fix.setVisible(click.isPresent());
  }

  /// What is wrong with the name of the source stands below the field, what is wrong with a column
  /// of the answer below the columns: it is said once.
  private static boolean isBesideItsField(Finding finding, Step step) {
    return (step == Step.SOURCE && finding.code().startsWith("table-name."))
        || (step == Step.REQUESTS && finding.stops() && finding.code().startsWith("schema."));
  }

  /// A column that has no name yet is mentioned in a low voice, so a press on Next says it here.
  private static boolean isSaidAloudThere(Finding finding, Step step) {
    return isBesideItsField(finding, step) && !finding.code().equals("schema.no-name");
  }

  /// Nothing is red before somebody has typed: what is merely missing, or still being looked up, is
  /// said when it is pressed on.
  private static boolean unasked(Finding finding, Step step) {
    boolean typed = step == Step.DESTINATION || step == Step.REQUESTS || step == Step.SOURCE;
    return (finding.level() == Severity.WARNING || typed)
        && !isBesideItsField(finding, step)
        && !finding.code().endsWith(".blank")
        && !finding.code().endsWith(".none")
        && !finding.code().endsWith("looking");
  }
}
