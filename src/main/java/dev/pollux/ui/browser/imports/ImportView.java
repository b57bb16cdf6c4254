package dev.pollux.ui.browser.imports;

import atlantafx.base.controls.Spacer;
import dev.pollux.domain.table.Dataset;
import dev.pollux.domain.table.TableRef;
import dev.pollux.imports.ImportFormat;
import dev.pollux.imports.ImportPreview;
import dev.pollux.imports.ImportSheet;
import dev.pollux.imports.SheetChoice;
import dev.pollux.imports.TableNames;
import dev.pollux.imports.TextForm;
import dev.pollux.text.ByteSize;
import dev.pollux.text.VisibleText;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.NameConverter;
import dev.pollux.ui.kit.Screen;
import dev.pollux.ui.kit.SteadyWidth;
import dev.pollux.ui.kit.View;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One column: what the file is, how it is read, its columns, and where it goes.
final class ImportView extends View<VBox> {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");
  private static final String PROBLEM = "problem";
  private final ImportModel model;
  private final ImportController controller;
  private final Words words;
  private final boolean simulated;
  private final Label title = new Label();
  private final Label about = new Label();
  private final CheckBox header = new CheckBox();
  private final CheckBox shortRows = new CheckBox();
  private final ComboBox<Charset> charset;
  private final ComboBox<Character> separator;
  private final ComboBox<ImportSheet> sheet;
  private final Label sheets = new Label();
  private final HBox separators;
  private final HBox sheetRow = new HBox(8);
  private final FlowPane form = new FlowPane(12, 8);
  private final ImportColumnsPane columns;
  private final ComboBox<Dataset> dataset;
  private final TextField table = new TextField();
  private final Label said = new Label();
  private final Button send = new Button();
  private final Button cancel = new Button();
  private final ProgressIndicator busy = new ProgressIndicator();
  private final VBox choosing;
  private String proposed = "";
  private Optional<Path> asked = Optional.empty();

  /// Where the focus was when the file was asked for, until it was looked into.
  private Optional<Node> from = Optional.empty();

  private boolean showing;

  ImportView(ImportModel model, ImportController controller, Words words, boolean simulated) {
    super(new VBox(12));
    this.model = model;
    this.controller = controller;
    this.words = words;
    this.simulated = simulated;
    this.columns = new ImportColumnsPane(controller, words);
    this.charset = box("import-charset", "imports.charset", TextForm::name);
    this.separator = box("import-separator", "imports.separator", this::separatorName);
    this.dataset = box("import-dataset", "imports.dataset", it -> it.ref().dataset());
    this.sheet = box("import-sheet", "imports.sheet", this::sheetName);
    sheet.valueProperty().subscribe(this::onSheet);
    SteadyWidth.names(sheet, 340);
    sheets.setLabelFor(sheet);
    sheets.setMinWidth(Region.USE_PREF_SIZE);
    sheetRow.getChildren().addAll(sheets, sheet);
    sheetRow.setAlignment(Pos.CENTER_LEFT);
    sheetRow.managedProperty().bind(sheetRow.visibleProperty());
    sheetRow.setVisible(false);
    charset.getItems().setAll(TextForm.CHARSETS);
    separator.getItems().setAll(TextForm.SEPARATORS);
    SteadyWidth.of(charset);
    SteadyWidth.of(separator);
    SteadyWidth.names(dataset, 240);
    title.setId("import-title");
    title.getStyleClass().add("title");
    about.setId("import-about");
    about.getStyleClass().add("caption");
    about.setWrapText(true);
    about.setMinHeight(Region.USE_PREF_SIZE);
    header.setId("import-header");
    header.setText(words.get("imports.header"));
    header.selectedProperty().subscribe((_, _) -> onForm());
    shortRows.setId("import-short-rows");
    shortRows.setText(words.get("imports.short-rows"));
    shortRows.selectedProperty().subscribe((_, _) -> onForm());
    charset.valueProperty().subscribe((_, _) -> onForm());
    separator.valueProperty().subscribe((_, _) -> onForm());
    separators = beside("imports.separator", separator);
    form.getChildren().addAll(header, beside("imports.charset", charset), separators, shortRows);
    Stream.of(header, separators, shortRows)
        .forEach(part -> part.managedProperty().bind(part.visibleProperty()));
    form.setPrefWrapLength(300);
    form.setMinWidth(0);
    form.managedProperty().bind(form.visibleProperty());
    VBox.setVgrow(columns.root(), Priority.ALWAYS);
    table.setId("import-table");
    table.setAccessibleText(words.get("imports.table"));
    table.setPrefColumnCount(20);
    table
        .textProperty()
        .subscribe((_, name) -> {
          table.pseudoClassStateChanged(WRONG, !TableRef.isTableName(name.strip()));
          if (!showing) {
            controller.onTable(name);
          }
        });
    HBox.setHgrow(table, Priority.ALWAYS);
    HBox where =
        new HBox(
            8,
            new Label(words.get("imports.dataset")),
            dataset,
            new Label(words.get("imports.table")),
            table);
    where.setAlignment(Pos.CENTER_LEFT);
    choosing = new VBox(12, columns.root(), where);
    VBox.setVgrow(choosing, Priority.ALWAYS);
    root().setId("import");
    root().getStyleClass().addAll("pane", "import-pane");
    root().getChildren().addAll(title, about, sheetRow, form, choosing, foot());
  }

  private HBox beside(String key, Node control) {
    Label name = new Label(words.get(key));
    name.setMinWidth(Region.USE_PREF_SIZE);
    HBox both = new HBox(8, name, control);
    both.setAlignment(Pos.CENTER_LEFT);
    return both;
  }

  /// Remembers where the person was who opens a file.
  private void onAsked(Path file) {
    if (!asked.filter(file::equals).isPresent()) {
      asked = Optional.of(file);
      from = focused();
    }
  }

  /// Goes on here, unless the person went elsewhere while the file was looked into.
  private void onLooked() {
    if (from.isPresent() && from.equals(focused())) {
      focus();
    }
    from = Optional.empty();
  }

  private Optional<Node> focused() {
    return Optional.ofNullable(root().getScene()).map(Scene::getFocusOwner);
  }

  /// Goes to what is to be decided, else to what ends it.
  void focus() {
    boolean decides = choosing.isVisible() && !table.isDisabled();
    Screen.focusOn(decides ? table : cancel);
  }

  private HBox foot() {
    said.setId("import-said");
    said.setWrapText(true);
    said.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(said, Priority.ALWAYS);
    busy.setMaxSize(18, 18);
    busy.managedProperty().bind(busy.visibleProperty());
    send.setId("import-send");
    send.getStyleClass().add("accent");
    send.setMinWidth(Region.USE_PREF_SIZE);
    send.managedProperty().bind(send.visibleProperty());
    send.setOnAction(_ -> controller.onImport(dataset.getValue(), table.getText()));
    cancel.setId("import-cancel");
    cancel.setMinWidth(Region.USE_PREF_SIZE);
    cancel.setOnAction(_ -> controller.onCancel());
    HBox foot = new HBox(8, busy, said, new Spacer(), cancel, send);
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.setMinHeight(Region.USE_PREF_SIZE);
    return foot;
  }

  private <T> ComboBox<T> box(String id, String key, Function<T, String> text) {
    ComboBox<T> box = new ComboBox<>();
    box.setId(id);
    box.setAccessibleText(words.get(key));
    box.setConverter(new NameConverter<>(text));
    return box;
  }

  private String separatorName(char one) {
    return switch (one) {
      case ',' -> words.get("imports.separator.comma");
      case ';' -> words.get("imports.separator.semicolon");
      case '\t' -> words.get("imports.separator.tab");
      default -> String.valueOf(one);
    };
  }

  private String sheetName(ImportSheet one) {
    return one.hidden() ? words.get("imports.sheet.hidden", one.name()) : one.name();
  }

  private void onSheet(@Nullable ImportSheet chosen) {
    if (!showing && chosen != null) {
      controller.onSheet(chosen);
    }
  }

  @Override
  protected void attach() {
    onDetach(model.state().subscribe(this::show)::unsubscribe);
  }

  /// The name and the place that were chosen in another view; what is wrong with them is said.
  void goOnFrom(ImportView before) {
    proposed = before.proposed;
    dataset.getItems().setAll(before.dataset.getItems());
    dataset.setValue(before.dataset.getValue());
    table.setText(before.table.getText());
  }

  private void onForm() {
    if (!showing && charset.getValue() != null && separator.getValue() != null) {
      controller.onText(
          new TextForm(
              charset.getValue(),
              separator.getValue(),
              header.isSelected(),
              shortRows.isSelected()));
    }
  }

  private void show(ImportModel.State state) {
    busy.setVisible(
        state instanceof ImportModel.State.Looking || state instanceof ImportModel.State.Sending);
    choosing.setVisible(
        state instanceof ImportModel.State.Choosing || state instanceof ImportModel.State.Sending);
    choosing.setDisable(state instanceof ImportModel.State.Sending);
    form.setDisable(state instanceof ImportModel.State.Sending);
    sheetRow.setDisable(state instanceof ImportModel.State.Sending);
    send.setVisible(state instanceof ImportModel.State.Choosing);
    cancel.setText(
        words.get(state instanceof ImportModel.State.Sending ? "imports.stop" : "imports.cancel"));
    said.getStyleClass().remove(PROBLEM);
    switch (state) {
      case ImportModel.State.Closed _ -> {
        proposed = "";
        asked = Optional.empty();
        form.setVisible(false);
        sheetRow.setVisible(false);
      }
      case ImportModel.State.Looking(Path file, Optional<String> _) -> {
        onAsked(file);
        look(file);
      }
      case ImportModel.State.Unreadable(
              Path file,
              String why,
              Optional<TextForm> text,
              SheetChoice found) -> {
        onAsked(file);
        title(file);
        about.setText("");
        refuse(why);
        showSheets(found);
        form.setVisible(text.isPresent());
        text.ifPresent(form -> showForm(file, form));
        onLooked();
      }
      case ImportModel.State.Choosing found -> {
        showFile(found.preview(), found.datasets());
        found
            .problem()
            .ifPresentOrElse(
                this::refuse,
                () ->
                    said.setText(
                        words.get(
                            simulated ? "imports.note.sandbox" : "imports.note.cloud",
                            ByteSize.of(words, found.preview().bytes()))));
        onLooked();
      }
      case ImportModel.State.Sending sending ->
          said.setText(
              sending.all()
                  ? words.get("imports.loading", sending.rows())
                  : words.get("imports.sending", sending.rows()));
    }
  }

  private void refuse(String why) {
    said.setText(why);
    said.getStyleClass().add(PROBLEM);
  }

  /// What is said of the same file stays, so that nothing moves while it is read otherwise.
  private void look(Path file) {
    String before = title.getText();
    title(file);
    if (!title.getText().equals(before)) {
      about.setText("");
    }
    said.setText(words.get("imports.looking"));
  }

  private void title(Path file) {
    title.setText(words.get("imports.title", String.valueOf(file.getFileName())));
  }

  private void showForm(Path file, TextForm text) {
    boolean before = showing;
    showing = true;
    boolean separated = ImportFormat.of(file).filter(ImportFormat::isSeparated).isPresent();
    Stream.of(header, separators, shortRows).forEach(part -> part.setVisible(separated));
    header.setSelected(text.header());
    shortRows.setSelected(text.shortRows());
    charset.setValue(text.charset());
    separator.setValue(text.separator());
    showing = before;
  }

  private String about(ImportPreview preview) {
    List<String> about = new ArrayList<>();
    about.add(
        words.get("imports.about", ByteSize.of(words, preview.bytes()), preview.columns().size()));
    if (preview.rows().isEmpty()) {
      about.add(words.get("imports.no-rows"));
    }
    preview.notes().forEach(note -> about.add(words.get(note.words(), note.args().toArray())));
    if (preview.isEncodingDoubtful()) {
      about.add(doubt(preview));
    }
    return String.join(" ", about);
  }

  private String doubt(ImportPreview preview) {
    String charset = TextForm.name(preview.text().charset());
    return preview
        .foreignLetters()
        .map(letters -> words.get("imports.doubt", charset, VisibleText.line(letters)))
        .orElseGet(() -> words.get("imports.doubt.late", charset));
  }

  private void showSheets(SheetChoice found) {
    boolean before = showing;
    showing = true;
    sheets.setText(words.get("imports.sheets", found.sheets().size()));
    if (!sheet.getItems().equals(found.sheets())) {
      sheet.getItems().setAll(found.sheets());
    }
    sheet.setValue(found.read().orElse(null));
    sheetRow.setVisible(found.sheets().size() > 1);
    showing = before;
  }

  private void showFile(ImportPreview preview, List<Dataset> datasets) {
    String name = String.valueOf(preview.file().getFileName());
    showing = true;
    try {
      title.setText(words.get("imports.title", name));
      about.setText(about(preview));
      form.setVisible(preview.format().isText());
      showForm(preview.file(), preview.text());
      showSheets(preview.sheets());
      columns.show(preview);
      if (!dataset.getItems().equals(datasets)) {
        dataset.getItems().setAll(datasets);
        datasets.stream().findFirst().ifPresent(dataset::setValue);
      }
      send.setText(words.get("imports.send", ByteSize.of(words, preview.bytes())));
      send.setDisable(datasets.isEmpty());
      if (!proposed.equals(name)) {
        proposed = name;
        table.setText(TableNames.table(name));
      }
    } finally {
      showing = false;
    }
  }
}
