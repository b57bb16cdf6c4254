package dev.pollux.ui.wizard.review;

import dev.pollux.text.Words;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/// The job in short, what is asked before it is sent, and the button that sends it. It stands away
/// from Next, so that a click too many there sends nothing.
final class SubmitPane {
  /// Two lines of progress have their place before anything is sent, so that the button stays where
  /// it was pressed.
  private static final double PROGRESS_LINES = 34;

  private static final double LINE = 17;

  /// A value and what it is called.
  record Fact(Label name, Label value) {}

  /// Each on a line of its own, so that all of them stay in sight beside a question.
  private final GridPane facts = new GridPane(12, 6);

  /// Always in sight: it is what the person says yes to.
  private final VBox cost = new VBox(2);

  private final Button submit = new Button();
  private final VBox root = new VBox(10);

  private final ReviewModel model;
  private String asking = "";
  private String agreeing = "";

  SubmitPane(ReviewModel model, ReviewController controller, Words words) {
    this.model = model;
    model.question().subscribe(text -> showLabel(!text.isEmpty()));
    cost.setMinHeight(Region.USE_PREF_SIZE);
    Label title = new Label(words.get("wizard.summary.title"));
    title.getStyleClass().add("heading");
    Label question = new Label();
    question.setId("wizard-question");
    question.setWrapText(true);
    question.setMinHeight(Region.USE_PREF_SIZE);
    question.getStyleClass().add("warning-text");
    question.textProperty().bind(model.question());
    question.managedProperty().bind(model.question().isNotEmpty());
    Label waiting = new Label();
    waiting.setId("wizard-waiting");
    waiting.setWrapText(true);
    waiting.setMinHeight(Region.USE_PREF_SIZE);
    waiting.getStyleClass().add("quiet");
    waiting.textProperty().bind(model.readiness().map(r -> ReviewView.waiting(r, words)));
    waiting.managedProperty().bind(waiting.textProperty().isNotEmpty());
    submit.setId("wizard-submit");
    submit.getStyleClass().add("success");
    submit.setWrapText(true);
    submit.setTextAlignment(TextAlignment.CENTER);
    submit.setAlignment(Pos.CENTER);
    submit.setMaxWidth(Double.MAX_VALUE);
    submit.disableProperty().bind(Bindings.not(model.armed()));
    submit.setOnAction(_ -> controller.onSubmit());
    ProgressIndicator wheel = new ProgressIndicator();
    wheel.setId("wizard-wheel");
    wheel.setPrefSize(LINE, LINE);
    wheel.setMinSize(LINE, LINE);
    Label progress = new Label();
    progress.setId("wizard-progress");
    progress.setWrapText(true);
    progress.setMinHeight(PROGRESS_LINES);
    progress.setAlignment(Pos.TOP_LEFT);
    progress.getStyleClass().add("quiet");
    progress.textProperty().bind(model.progress());
    HBox busy = new HBox(8, wheel, progress);
    // The wheel stands beside the first line.
    busy.setFillHeight(false);
    busy.visibleProperty().bind(model.busy());
    submit.setMinHeight(Region.USE_PREF_SIZE);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    values.setMinWidth(0);
    facts.getColumnConstraints().setAll(new ColumnConstraints(), values);
    ScrollPane shown = new ScrollPane(facts);
    shown.setFitToWidth(true);
    shown.setMinHeight(0);
    shown.setFocusTraversable(false);
    shown.getStyleClass().addAll("edge-to-edge", "wizard-scroll");
    VBox.setVgrow(shown, Priority.ALWAYS);
    root.getStyleClass().addAll("wizard-submit-pane", "line-left");
    root.getChildren().addAll(title, shown, cost, question, waiting, submit, busy);
  }

  Node root() {
    return root;
  }

  /// @param price stands above the button
  /// @param label of the button; `agreed` where it is the answer to a question
  void show(List<Fact> job, Fact price, String label, String agreed) {
    facts.getChildren().clear();
    for (Fact fact : job) {
      GridPane.setValignment(fact.name(), VPos.TOP);
      facts.addRow(facts.getRowCount(), fact.name(), fact.value());
    }
    cost.getChildren().setAll(price.name(), price.value());
    asking = label;
    agreeing = agreed;
    showLabel(!model.question().get().isEmpty());
  }

  private void showLabel(boolean asked) {
    submit.setText(asked ? agreeing : asking);
  }
}
