package dev.pollux.ui.wizard.trial;

import dev.pollux.draft.trial.Trial;
import dev.pollux.draft.trial.TrialRow;
import dev.pollux.prompt.answer.AnswerQuotes;
import dev.pollux.results.outcome.RowOutcome;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.ValueText;
import dev.pollux.ui.kit.code.MarkedText;
import dev.pollux.ui.kit.value.LongText;
import dev.pollux.ui.kit.value.QuoteSpans;
import dev.pollux.ui.wizard.step.FilledPrompt;
import dev.pollux.ui.wizard.step.ToggleChoice;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// One row of a trial in full: what it holds or what was sent, and the answer beside it.
final class TrialDetails {
  private final Words words;
  private final TrialWords say;
  private final LongText longText;
  private final ToggleChoice<TrialModel.Face> faces;
  private final Label about = new Label();
  private final Button up;
  private final Button down;
  private final MarkedText asked;
  private final MarkedText answer;
  private final Label verdict = new Label();
  private final FontIcon good = new FontIcon(MaterialDesignC.CHECK_CIRCLE);
  private final FontIcon bad = new FontIcon(MaterialDesignA.ALERT_CIRCLE);
  private final VBox root;

  TrialDetails(TrialController controller, Words words) {
    this.words = words;
    this.say = new TrialWords(words);
    this.longText = new LongText(words);
    faces = ToggleChoice.tabs(TrialModel.Face.SOURCE, controller::onFace);
    faces.add(TrialModel.Face.SOURCE, "wizard-trial-source", words.get("wizard.trial.source"));
    faces.add(TrialModel.Face.PROMPT, "wizard-trial-prompt", words.get("wizard.trial.prompt"));
    up = button("up", MaterialDesignC.CHEVRON_UP, () -> controller.onMove(-1));
    down = button("down", MaterialDesignC.CHEVRON_DOWN, () -> controller.onMove(1));
    Button close = button("close", MaterialDesignC.CLOSE, controller::onClose);
    about.setId("wizard-trial-about");
    about.getStyleClass().add("caption");
    HBox.setHgrow(about, Priority.ALWAYS);
    about.setMaxWidth(Double.MAX_VALUE);
    about.setAlignment(Pos.CENTER_RIGHT);
    about.setMinWidth(Region.USE_PREF_SIZE);
    HBox head = new HBox(2, faces.tabs(), about, up, down, close);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("trial-details-head");
    asked = new MarkedText("wizard-trial-asked", words.get("wizard.trial.asked"));
    answer = new MarkedText("wizard-trial-answer", words.get("wizard.trial.answer"));
    answer.node().getStyleClass().add("code-text");
    good.getStyleClass().add("icon-ok");
    bad.getStyleClass().add("icon-warning");
    verdict.setId("wizard-trial-verdict");
    verdict.setWrapText(true);
    verdict.setMinHeight(Region.USE_PREF_SIZE);
    // Below both halves: in one of them a sentence takes five lines, and there is no room for them.
    verdict.setMaxWidth(Double.MAX_VALUE);
    verdict.getStyleClass().add("trial-verdict");
    verdict.visibleProperty().bind(verdict.textProperty().isNotEmpty());
    verdict.managedProperty().bind(verdict.visibleProperty());
    StackPane right = new StackPane(answer.node());
    right.getStyleClass().addAll("line-left", "trial-answer");
    HBox body = new HBox(asked.node(), right);
    for (Region half : new Region[] {asked.node(), right}) {
      half.setMinWidth(120);
      half.setPrefWidth(200);
      HBox.setHgrow(half, Priority.ALWAYS);
    }
    VBox.setVgrow(body, Priority.ALWAYS);
    body.setMinHeight(0);
    root = new VBox(head, body, verdict);
    root.setId("wizard-trial-details");
    root.setMinHeight(120);
    root.getStyleClass().addAll("pane", "line-top");
  }

  private Button button(String what, Ikon icon, Runnable action) {
    Button button = new Button("", new FontIcon(icon));
    button.setId("wizard-trial-" + what);
    button.setAccessibleText(words.get("wizard.trial." + what));
    button.setTooltip(new Tooltip(words.get("wizard.trial." + what)));
    button.getStyleClass().addAll("flat", "button-icon", "compact");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    return button;
  }

  Node root() {
    return root;
  }

  /// @param index of the row in the trial
  void show(Trial trial, int index, TrialModel.Face face) {
    TrialRow row = trial.rows().get(index);
    faces.show(face);
    up.setDisable(index == 0);
    down.setDisable(index == trial.rows().size() - 1);
    about.setText(about(row));
    FilledPrompt prompt =
        FilledPrompt.of(trial.subject().spec(), trial.subject().table().schema(), row.row());
    switch (face) {
      case SOURCE -> {
        String source = longText.shown(prompt.values().text());
        asked.show(source, QuoteSpans.of(source, quotes(trial, row)));
      }
      case PROMPT -> asked.show(longText.shown(prompt.text()), prompt.marks());
    }
    showAnswer(trial, row);
  }

  private String about(TrialRow row) {
    String number = words.get("wizard.trial.row-number", row.number());
    String tokens = say.tokens(row.state());
    return tokens.isEmpty()
        ? number
        : number + " · " + words.get("wizard.trial.row-tokens", tokens);
  }

  private static List<String> quotes(Trial trial, TrialRow row) {
    return row.state() instanceof TrialRow.State.Done(RowOutcome.Answered answer, var _)
        ? trial
            .subject()
            .spec()
            .answer()
            .map(schema -> AnswerQuotes.of(answer.text(), schema))
            .orElse(List.of())
        : List.of();
  }

  private void showAnswer(Trial trial, TrialRow row) {
    if (row.state() instanceof TrialRow.State.Done(RowOutcome.Answered answered, var _)) {
      answer.show(longText.shown(ValueText.pretty(answered.text())), List.of());
      List<String> faults = say.faults(answered, trial.marks(row));
      verdict.setText(
          faults.isEmpty()
              ? words.get(
                  quotes(trial, row).isEmpty() ? "wizard.trial.good" : "wizard.trial.good-quotes",
                  quotes(trial, row).size())
              : String.join("\n", faults));
      verdict.setGraphic(faults.isEmpty() ? good : bad);
    } else {
      answer.show(say.full(row.state()), List.of());
      verdict.setText("");
      verdict.setGraphic(null);
    }
  }
}
