package dev.pollux.ui.wizard;

import dev.pollux.prompt.RequestSpec;
import dev.pollux.prompt.answer.AnswerSchema;
import dev.pollux.results.RowOutcome;
import dev.pollux.text.Words;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Some rows asked now: each answer beside what was asked.
final class TrialPane {
  private static final double STALE = 0.6;
  private final WizardModel model;
  private final Words words;
  private final TrialWords say;
  private final Spinner<Integer> rows = new Spinner<>(1, Trial.MOST, 10);
  private final Button start = new Button();
  private final Button stop = new Button();
  private final Button whole = new Button();
  private final Label sums = new Label();
  private final TableView<TrialRow> table = new TableView<>();
  private final VBox root;

  TrialPane(WizardModel model, WizardController controller, Words words) {
    this.model = model;
    this.words = words;
    this.say = new TrialWords(words);
    rows.setId("wizard-trial-rows");
    rows.setEditable(true);
    rows.setPrefWidth(80);
    rows.setMinWidth(70);
    start.setId("wizard-trial-start");
    start.setText(words.get("wizard.trial.start"));
    start.setMinWidth(Region.USE_PREF_SIZE);
    start.setOnAction(_ -> controller.onTrial(rows.getValue()));
    stop.setId("wizard-trial-stop");
    stop.setText(words.get("wizard.trial.stop"));
    stop.setMinWidth(Region.USE_PREF_SIZE);
    stop.setOnAction(_ -> controller.onStopTrial());
    whole.setId("wizard-trial-whole");
    whole.setMinWidth(Region.USE_PREF_SIZE);
    whole.setOnAction(_ -> controller.onWhole());
    sums.setId("wizard-trial-sums");
    sums.getStyleClass().add("quiet");
    sums.setWrapText(true);
    sums.setMinWidth(0);
    stop.visibleProperty().bind(model.trying);
    stop.managedProperty().bind(model.trying);
    start.disableProperty().bind(model.trying);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(8, rows, start, stop, space, whole);
    head.setAlignment(Pos.CENTER_LEFT);
    table.setId("wizard-trial-table");
    table.setPrefHeight(120);
    table.setItems(model.trial);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    Label empty = new Label(words.get("wizard.trial.empty"));
    empty.setWrapText(true);
    empty.getStyleClass().add("quiet");
    table.setPlaceholder(empty);
    table.getColumns().add(column("wizard.trial.row", 60, r -> Long.toString(r.number())));
    table.getColumns().add(answers());
    table.getColumns().add(column("wizard.trial.finish", 130, r -> say.finish(r, asked())));
    table.getColumns().add(column("wizard.trial.tokens", 100, say::tokens));
    table.getColumns().add(column("wizard.trial.seconds", 70, say::seconds));
    VBox.setVgrow(table, Priority.ALWAYS);
    root = new VBox(6, head, sums, table);
  }

  private TableColumn<TrialRow, String> column(
      String key, double width, java.util.function.Function<TrialRow, String> text) {
    TableColumn<TrialRow, String> column = new TableColumn<>(words.get(key));
    column.setPrefWidth(width);
    column.setMinWidth(50);
    column.setSortable(false);
    column.setCellValueFactory(c -> new ReadOnlyStringWrapper(text.apply(c.getValue())));
    return column;
  }

  private Optional<AnswerSchema> asked() {
    return model.tried.get().flatMap(RequestSpec::answer);
  }

  private TableColumn<TrialRow, TrialRow> answers() {
    TableColumn<TrialRow, TrialRow> column = new TableColumn<>(words.get("wizard.trial.answer"));
    column.setPrefWidth(360);
    column.setSortable(false);
    column.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(c.getValue()));
    column.setCellFactory(_ -> new AnswerCell());
    return column;
  }

  /// The answer in one line, the whole of it and the prompt in the tooltip.
  private final class AnswerCell extends TableCell<TrialRow, TrialRow> {
    @Override
    protected void updateItem(TrialRow row, boolean empty) {
      super.updateItem(row, empty);
      if (empty || row == null) {
        setText(null);
        setTooltip(null);
        return;
      }
      String answer = say.answer(row);
      setText(say.brief(row, asked()).replace('\n', ' '));
      Tooltip tip = new Tooltip(row.shown() + "\n\n" + answer);
      tip.setWrapText(true);
      tip.setMaxWidth(520);
      setTooltip(tip);
      boolean bad =
          row.state() instanceof TrialRow.State.Failed
              || (row.state() instanceof TrialRow.State.Done done
                  && !(done.outcome() instanceof RowOutcome.Answered));
      pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("problem"), bad);
    }
  }

  VBox root() {
    return root;
  }

  void show() {
    whole.setText(words.get("wizard.trial.whole", model.rows()));
    whole.setVisible(!model.trial.isEmpty() && !model.trying.get());
    String cost = model.trialCostText.get();
    boolean stale = !model.trial.isEmpty() && !model.trying.get() && !model.triedThis();
    sums.setText(
        (stale ? words.get("wizard.trial.stale") + " " : "")
            + say.sums(model.trial, model.trialModel.get())
            + (cost.isEmpty() ? "" : " " + words.get("wizard.trial.cost", cost)));
    table.setOpacity(stale ? STALE : 1);
    sums.setVisible(!sums.getText().isEmpty());
    sums.setManaged(sums.isVisible());
  }
}
