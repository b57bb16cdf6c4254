package dev.pollux.ui.results;

import dev.pollux.domain.table.TableSchema;
import dev.pollux.results.outcome.ErrorKind;
import dev.pollux.results.outcome.RowFate;
import dev.pollux.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// What went wrong, kind by kind, the most frequent first.
final class ErrorsPane {
  private final Words words;
  private final OutcomeWords outcomes;
  private final Label placeholder = new Label();
  private final TableView<ErrorKind> table = new TableView<>();
  private final Button again = new Button();
  private final BorderPane root = new BorderPane(table);
  private Optional<RowFate> chosen = Optional.empty();
  private boolean retries;

  /// @param goTo shows a row of the output (0-based)
  /// @param retry asks rows of these fates again
  ErrorsPane(Words words, LongConsumer goTo, Consumer<Set<RowFate>> retry) {
    this.words = words;
    this.outcomes = new OutcomeWords(words, new TableSchema(List.of()));
    table.setId("results-errors");
    table.setAccessibleText(words.get("results.tab.errors"));
    placeholder.setId("results-errors-placeholder");
    placeholder.setWrapText(true);
    table.setPlaceholder(placeholder);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    column(words.get("results.errors.rows"), 90, k -> words.get("results.errors.count", k.rows()));
    column(words.get("results.errors.what"), 340, k -> outcomes.cause(k.cause()));
    column(words.get("results.errors.said"), 420, ErrorKind::example);
    Button first = new Button(words.get("results.errors.first"));
    first.setId("results-errors-first");
    first.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
    first.setOnAction(_ -> goTo.accept(table.getSelectionModel().getSelectedItem().firstRow()));
    again.setId("results-errors-retry");
    again.setText(words.get("results.errors.retry"));
    again.setDisable(true);
    table.getSelectionModel().selectedItemProperty().subscribe(this::choose);
    again.setOnAction(_ -> chosen.ifPresent(fate -> retry.accept(Set.of(fate))));
    HBox foot = new HBox(8, first, again);
    foot.getStyleClass().addAll("results-foot", "line-top");
    root.setBottom(foot);
  }

  Node node() {
    return root;
  }

  private void choose(@Nullable ErrorKind kind) {
    chosen = Optional.ofNullable(kind).flatMap(one -> one.cause().fate());
    again.setDisable(chosen.isEmpty() || !retries);
  }

  /// @param ended whether the job can change no more
  /// @param retryable whether its rows can be asked again from here
  void show(ResultsModel.Counting counting, boolean ended, boolean retryable) {
    retries = retryable;
    choose(table.getSelectionModel().getSelectedItem());
    placeholder.setText(none(counting, ended));
    table
        .getItems()
        .setAll(
            counting instanceof ResultsModel.Counting.Done done
                ? done.accounts().errors()
                : List.of());
  }

  /// What it means that nothing is listed: that no row failed is said only where it is known.
  private String none(ResultsModel.Counting counting, boolean ended) {
    return switch (counting) {
      case ResultsModel.Counting.NotYet _ -> words.get("results.errors.counting");
      case ResultsModel.Counting.Failed _ -> words.get("results.errors.unknown");
      case ResultsModel.Counting.Done done when !ended -> words.get("results.errors.none-so-far");
      case ResultsModel.Counting.Done done when !done.accounts().inputKnown() ->
          words.get("results.errors.none-out");
      case ResultsModel.Counting.Done done when done.accounts().missing() > 0 ->
          words.get("results.errors.none-missing", done.accounts().missing());
      case ResultsModel.Counting.Done _ -> words.get("results.errors.none");
    };
  }

  private void column(String name, double width, Function<ErrorKind, String> text) {
    TableColumn<ErrorKind, String> column = new TableColumn<>(name);
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setCellValueFactory(c -> new ReadOnlyStringWrapper(text.apply(c.getValue())));
    table.getColumns().add(column);
  }
}
