package dev.pollux.ui.browser.imports;

import dev.pollux.background.Background;
import dev.pollux.background.LatestOnly;
import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.domain.table.Dataset;
import dev.pollux.domain.table.TableRef;
import dev.pollux.imports.FileImport;
import dev.pollux.imports.ImportColumn;
import dev.pollux.imports.ImportFault;
import dev.pollux.imports.ImportFormat;
import dev.pollux.imports.ImportPreview;
import dev.pollux.imports.ImportSheet;
import dev.pollux.imports.SheetChoice;
import dev.pollux.imports.TextForm;
import dev.pollux.text.VisibleText;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.FailureWords;
import dev.pollux.ui.kit.FailureText;
import dev.pollux.ui.kit.Lazy;
import dev.pollux.ui.kit.Screen;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;

/// Makes a table of a file: looks into it, lets a person change names, types and how it is read,
/// and sends it where they say.
public final class ImportController implements Screen {
  private static final int MOST_LETTERS = 100;
  private final Cloud cloud;
  private final Background background;
  private final Words words;
  private final Consumer<TableRef> made;
  private final FailureWords failures;
  private final ImportModel model = new ImportModel();
  private final LatestOnly latest = new LatestOnly();
  private final Lazy<ImportView> view;

  /// @param made hears of the table that a file became
  public ImportController(
      Cloud cloud, Background background, Words words, Consumer<TableRef> made) {
    this.cloud = cloud;
    this.background = background;
    this.words = words;
    this.made = made;
    this.failures = new FailureWords(words);
    this.view =
        new Lazy<>(() -> new ImportView(model, this, words, cloud.connection().simulated()));
  }

  @Override
  public Parent root() {
    return view.get().root();
  }

  @Override
  public void focus() {
    view.get().focus();
  }

  /// Whether a file is being looked at.
  public ObservableValue<Boolean> isOpen() {
    return model.state().map(state -> !(state instanceof ImportModel.State.Closed));
  }

  /// Goes on with the file that a person looked at in another language. What was being sent then
  /// was stopped.
  public void goOnFrom(ImportController before) {
    switch (before.model.state().get()) {
      case ImportModel.State.Choosing choosing -> goOn(before, choosing.with(choosing.preview()));
      case ImportModel.State.Sending sending ->
          goOn(before, sending.choosing().failed(words.get("imports.stopped")));
      case ImportModel.State.Looking(Path file, Optional<String> sheet) ->
          look(file, Optional.empty(), sheet);
      case ImportModel.State.Unreadable(
              Path file,
              String _,
              Optional<TextForm> text,
              SheetChoice sheets) ->
          look(file, text, sheets.name());
      case ImportModel.State.Closed _ -> {}
    }
  }

  private void goOn(ImportController before, ImportModel.State.Choosing choosing) {
    model.go(choosing);
    view.get().goOnFrom(before.view.get());
  }

  /// Looks into a file. What is sent just now goes on, and the file is not taken.
  public void open(Path file) {
    if (!(model.state().get() instanceof ImportModel.State.Sending)) {
      look(file, Optional.empty(), Optional.empty());
    }
  }

  /// @param sheet of a workbook; empty for the first that is seen
  private void look(Path file, Optional<TextForm> text, Optional<String> sheet) {
    Optional<ImportFormat> format = ImportFormat.of(file);
    if (format.isEmpty()) {
      model.go(
          new ImportModel.State.Unreadable(
              file,
              words.get("imports.form", String.valueOf(file.getFileName())),
              Optional.empty(),
              SheetChoice.NONE));
      return;
    }
    model.go(new ImportModel.State.Looking(file, sheet));
    latest.start(
        background
            .task(_ -> looked(file, format.get(), text, sheet))
            .onSuccess(model::go)
            .onFailure(e ->
                model.go(
                    new ImportModel.State.Unreadable(
                        file, said(e), tried(file, format.get(), text, e), SheetChoice.NONE))));
  }

  /// A sheet that cannot be read is one of several: another may be.
  private ImportModel.State looked(
      Path file, ImportFormat format, Optional<TextForm> text, Optional<String> sheet)
      throws IOException, CloudException {
    try {
      return found(file, format, text, sheet);
    } catch (ImportFault e) {
      SheetChoice sheets = SheetChoice.in(file, format, sheet);
      if (sheets.sheets().size() < 2) {
        throw e;
      }
      return new ImportModel.State.Unreadable(file, said(e), Optional.empty(), sheets);
    }
  }

  /// How text was read in vain: another separator or encoding may help.
  private static Optional<TextForm> tried(
      Path file, ImportFormat format, Optional<TextForm> text, Exception problem) {
    if (!format.isText() || !(problem instanceof ImportFault fault && fault.isOfForm())) {
      return Optional.empty();
    }
    return text.or(() -> guessed(file, format));
  }

  private static Optional<TextForm> guessed(Path file, ImportFormat format) {
    try {
      return Optional.of(TextForm.guess(file, format));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private ImportModel.State found(
      Path file, ImportFormat format, Optional<TextForm> text, Optional<String> sheet)
      throws IOException, CloudException {
    ImportPreview preview =
        text.isPresent()
            ? ImportPreview.of(file, format, text.get())
            : ImportPreview.of(file, format, sheet);
    List<Dataset> datasets = cloud.catalog().datasets(cloud.connection().project());
    return new ImportModel.State.Choosing(preview, datasets, Optional.empty());
  }

  /// A name in a file may be as long as the file.
  private static Object shown(Object said) {
    return said instanceof String text ? VisibleText.line(text, MOST_LETTERS) : said;
  }

  private String said(Exception problem) {
    return switch (problem) {
      case ImportFault fault ->
          words.get(fault.words(), fault.args().stream().map(ImportController::shown).toArray());
      case IOException io -> words.get("imports.unread", String.valueOf(io.getMessage()));
      default -> {
        FailureText text = failures.explain(words.get("imports.failed"), problem);
        yield text.what() + " " + text.why() + " " + text.next();
      }
    };
  }

  /// Reads text between separators in another way.
  void onText(TextForm text) {
    switch (model.state().get()) {
      case ImportModel.State.Choosing choosing when !choosing.preview().text().equals(text) ->
          look(choosing.preview().file(), Optional.of(text), Optional.empty());
      case ImportModel.State.Unreadable(Path file, String _, var tried, SheetChoice _)
          when tried.filter(text::equals).isEmpty() ->
          look(file, Optional.of(text), Optional.empty());
      case ImportModel.State.Looking(Path file, Optional<String> _) ->
          look(file, Optional.of(text), Optional.empty());
      case ImportModel.State.Closed _,
          ImportModel.State.Unreadable _,
          ImportModel.State.Choosing _,
          ImportModel.State.Sending _ -> {}
    }
  }

  /// Reads another sheet of the workbook.
  void onSheet(ImportSheet sheet) {
    Optional<String> name = Optional.of(sheet.name());
    switch (model.state().get()) {
      case ImportModel.State.Choosing choosing
          when !choosing.preview().sheets().name().equals(name) ->
          look(choosing.preview().file(), Optional.empty(), name);
      case ImportModel.State.Unreadable(Path file, String _, var _, SheetChoice sheets)
          when !sheets.name().equals(name) ->
          look(file, Optional.empty(), name);
      case ImportModel.State.Looking(Path file, Optional<String> now) when !now.equals(name) ->
          look(file, Optional.empty(), name);
      case ImportModel.State.Closed _,
          ImportModel.State.Looking _,
          ImportModel.State.Unreadable _,
          ImportModel.State.Choosing _,
          ImportModel.State.Sending _ -> {}
    }
  }

  /// A column gets another name or type; what is wrong with the names is said at once.
  void onColumn(int index, ImportColumn column) {
    if (model.state().get() instanceof ImportModel.State.Choosing choosing) {
      List<ImportColumn> columns = new ArrayList<>(choosing.preview().columns());
      columns.set(index, column);
      named(choosing.with(choosing.preview().with(columns)));
    }
  }

  /// The table gets another name.
  void onTable(String name) {
    if (model.state().get() instanceof ImportModel.State.Choosing choosing) {
      if (TableRef.isTableName(name.strip())) {
        named(choosing.with(choosing.preview()));
      } else {
        model.go(choosing.failed(words.get("imports.bad-table", name)));
      }
    }
  }

  private void named(ImportModel.State.Choosing choosing) {
    model.go(choosing.preview().fault().map(this::said).map(choosing::failed).orElse(choosing));
  }

  /// Sends the file.
  void onImport(Dataset into, String name) {
    if (!(model.state().get() instanceof ImportModel.State.Choosing choosing)) {
      return;
    }
    if (!TableRef.isTableName(name.strip())) {
      model.go(choosing.failed(words.get("imports.bad-table", name)));
      return;
    }
    Optional<ImportFault> fault = choosing.preview().fault();
    if (fault.isPresent()) {
      model.go(choosing.failed(said(fault.get())));
      return;
    }
    TableRef table = into.ref().table(name.strip());
    String id = "pollux_load_" + UUID.randomUUID().toString().replace('-', '_');
    model.go(new ImportModel.State.Sending(choosing, 0, false));
    latest.start(
        background
            .<Long>named(
                words.get("imports.task", table.shortName()),
                progress ->
                    new FileImport(cloud.loads())
                        .run(
                            choosing.preview(),
                            table,
                            into.location(),
                            id,
                            rows -> {
                              progress.update(rows, 0);
                              background.show(() -> sent(choosing, rows, false));
                            },
                            rows -> background.show(() -> sent(choosing, rows, true))))
            .worthWaiting()
            .onCancelled(() -> model.go(choosing.failed(words.get("imports.stopped"))))
            .onSuccess(_ -> {
              model.go(new ImportModel.State.Closed());
              made.accept(table);
            })
            .onFailure(e -> model.go(choosing.failed(said(e)))));
  }

  private void sent(ImportModel.State.Choosing choosing, long rows, boolean all) {
    if (model.state().get() instanceof ImportModel.State.Sending now
        && now.choosing().equals(choosing)) {
      model.go(new ImportModel.State.Sending(choosing, rows, all));
    }
  }

  /// The person turns to something else: the pane closes, unless rows are being sent.
  public void leave() {
    if (!(model.state().get() instanceof ImportModel.State.Sending)) {
      latest.cancel();
      model.go(new ImportModel.State.Closed());
    }
  }

  /// Stops what is sent, else closes the pane.
  void onCancel() {
    latest.cancel();
    model.go(
        model.state().get() instanceof ImportModel.State.Sending sending
            ? sending.choosing().failed(words.get("imports.stopped"))
            : new ImportModel.State.Closed());
  }
}
