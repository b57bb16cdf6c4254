package dev.pollux.ui.wizard.source;

import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableReading;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.value.Field;
import dev.pollux.draft.Draft;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.state.Fact;
import dev.pollux.prompt.check.SourceCheck;
import dev.pollux.prompt.rows.RowChoice;
import dev.pollux.text.Words;
import dev.pollux.ui.catalog.CatalogNode;
import dev.pollux.ui.kit.KeptSplit;
import dev.pollux.ui.sorting.ConditionWords;
import dev.pollux.ui.wizard.step.DraftModel;
import dev.pollux.ui.wizard.step.DraftText;
import dev.pollux.ui.wizard.step.StepView;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The name of the table and what it was read as, the tables to choose from, and what becomes of
/// the columns of the one that is chosen.
final class SourceView extends StepView {
  private static final double PICKER_SHARE = 0.31;
  private final Words words;
  private final TextField table = new TextField();
  private final DraftText typed;
  private final Label meaning = new Label();
  private final Button read = new Button();
  private final TablePicker picker;
  private final Label rows = new Label();
  private final Label only = new Label();
  private final ConditionWords conditions;
  private final TableView<Field> columns = new TableView<>();
  private final Label empty = new Label();
  private Set<String> shownPassing = Set.of();

  SourceView(DraftModel model, SourceController controller, Words words) {
    super(model, words.get("wizard.source.question"), words.get("wizard.source.sentence"));
    this.words = words;
    conditions = new ConditionWords(words);
    picker = new TablePicker(controller, words);
    table.setId("wizard-source");
    table.setPromptText("project.dataset.table");
    table.setAccessibleText(words.get("wizard.source.table"));
    typed =
        DraftText.bind(
            table, model, "source", state -> state.draft().source(), _ -> "", Draft::withSource);
    table.setOnAction(_ -> controller.onRead());
    table.addEventHandler(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.DOWN) {
            picker.focus();
            key.consume();
          }
        });
    HBox.setHgrow(table, Priority.ALWAYS);
    meaning.setId("wizard-source-meaning");
    meaning.setWrapText(true);
    meaning.setMinHeight(Region.USE_PREF_SIZE);
    read.setText(words.get("wizard.source.read"));
    read.setId("wizard-source-read");
    read.setMinWidth(Region.USE_PREF_SIZE);
    read.setOnAction(_ -> controller.onRead());
    rows.setId("wizard-source-rows");
    rows.getStyleClass().add("heading");
    only.setId("wizard-source-only");
    only.setWrapText(true);
    only.setMinHeight(Region.USE_PREF_SIZE);
    only.managedProperty().bind(only.visibleProperty());
    only.visibleProperty().bind(only.textProperty().isNotEmpty());
    columns.setId("wizard-source-columns");
    columns.setAccessibleText(words.get("wizard.source.columns"));
    columns.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    columns.setPlaceholder(empty);
    column("wizard.source.column", 180, Field::name);
    column("wizard.source.type", 160, Field::typeName);
    TableColumn<Field, Field> passed = new TableColumn<>(words.get("wizard.source.passed"));
    passed.setMinWidth(90);
    passed.setPrefWidth(90);
    passed.setSortable(false);
    passed.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(c.getValue()));
    passed.setCellFactory(_ -> new PassCell(controller, words, this::passes));
    columns.getColumns().add(passed);
    columns.setOnKeyPressed(event -> onColumnKey(event, controller));
    column("wizard.source.in-answers", 300, this::inAnswers);
    VBox.setVgrow(columns, Priority.ALWAYS);
    columns.setMinHeight(0);
    VBox right = new VBox(8, rows, only, columns);
    right.getStyleClass().add("source-columns");
    right.setMinWidth(400);
    SplitPane below = new SplitPane(picker.root(), right);
    KeptSplit.of(below, "wizard-source-split", PICKER_SHARE);
    VBox.setVgrow(below, Priority.ALWAYS);
    below.setMinHeight(0);
    StackPane said = new StackPane(meaning);
    said.setAlignment(Pos.TOP_LEFT);
    said.setMinHeight(20);
    add(new VBox(4, new HBox(8, table, read), said), below);
  }

  private void column(String key, double width, Function<Field, String> text) {
    TableColumn<Field, String> column = new TableColumn<>(words.get(key));
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setCellValueFactory(c -> new ReadOnlyStringWrapper(text.apply(c.getValue())));
    columns.getColumns().add(column);
  }

  private void onColumnKey(KeyEvent event, SourceController controller) {
    Field field = columns.getSelectionModel().getSelectedItem();
    if (event.getCode() == KeyCode.SPACE && field != null) {
      controller.onPass(field.name(), !passes(field));
      event.consume();
    }
  }

  private boolean passes(Field field) {
    return model().now().passing().contains(field.name());
  }

  private String inAnswers(Field field) {
    if (!passes(field)) {
      return words.get("wizard.source.left-out");
    }
    return SourceCheck.passesAsItIs(field)
        ? words.get("wizard.source.as-is")
        : words.get("wizard.source.as-text");
  }

  /// Pressed on, what is wrong with the name is said in red where it stands.
  void focusFirst() {
    table.requestFocus();
    if (model().now().source() instanceof TableReading.Refused refused && isWritten(refused)) {
      tone("problem");
    }
  }

  void shelve(List<CatalogNode> shelves) {
    picker.shelve(shelves);
  }

  @Override
  protected void attach() {
    super.attach();
    picker.open();
  }

  @Override
  protected void show(DraftState state) {
    typed.show(state);
    showMeaning(state);
    read.setDisable(!(state.source() instanceof TableReading.Table));
    Optional<TableInfo> info = state.table();
    rows.setText(info.map(found -> rows(found, state)).orElse(""));
    only.setText(info.isPresent() && !state.ownRequests() ? only(state.draft().rows()) : "");
    List<Field> fields = info.map(found -> found.schema().fields()).orElse(List.of());
    if (!columns.getItems().equals(fields)) {
      columns.getItems().setAll(fields);
    }
    if (!shownPassing.equals(state.passing())) {
      shownPassing = state.passing();
      columns.refresh();
    }
    empty.setText(
        words.get(
            state.facts().source() instanceof Fact.Looking<?>
                ? "wizard.source.reading"
                : "wizard.source.empty"));
  }

  /// What the text is read as, where that is not what stands there already; else why it is none.
  private void showMeaning(DraftState state) {
    String text = state.draft().source();
    switch (state.source()) {
      case TableReading.Table(TableRef ref) -> {
        meaning.setText(text.equals(ref.toString()) ? "" : ref.toString());
        tone("quiet");
        picker.narrow("");
      }
      case TableReading.Refused refused when !isWritten(refused) -> {
        meaning.setText(words.get("wizard.source.forms"));
        tone("quiet");
        picker.narrow("");
      }
      case TableReading.Refused refused -> {
        meaning.setText(words.get("prompt.table-name." + refused.reason().key(), refused.shown()));
        tone("warning-text");
        boolean word = refused.reason() == TableReading.Reason.ONLY_TABLE;
        picker.narrow(word ? refused.part() : "");
      }
    }
  }

  private static boolean isWritten(TableReading.Refused refused) {
    return refused.reason() != TableReading.Reason.EMPTY;
  }

  private void tone(String style) {
    meaning.getStyleClass().removeAll("quiet", "warning-text", "problem");
    meaning.getStyleClass().add(style);
  }

  /// Which rows are asked about, if not all.
  private String only(RowChoice choice) {
    String met =
        choice.conditions().stream()
            .map(one -> conditions.text(one, one.column()))
            .collect(Collectors.joining(words.get("wizard.source.and")));
    if (choice.limit().isPresent()) {
      return met.isEmpty()
          ? words.get("wizard.source.at-most", choice.limit().getAsLong())
          : words.get("wizard.source.only-at-most", met, choice.limit().getAsLong());
    }
    return met.isEmpty() ? "" : words.get("wizard.source.only", met);
  }

  /// A view does not say how many rows it has.
  private String rows(TableInfo info, DraftState state) {
    boolean asked = state.rows().isPresent() && !info.isCounted();
    if (asked || info.isCounted()) {
      long rows = asked ? state.rows().getAsLong() : info.rows();
      return words.get("wizard.source.rows", rows, info.location().id());
    }
    return words.get("wizard.source.rows-unknown", info.location().id());
  }
}
