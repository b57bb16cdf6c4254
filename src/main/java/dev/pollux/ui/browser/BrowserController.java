package dev.pollux.ui.browser;

import dev.pollux.background.Background;
import dev.pollux.background.LatestOnly;
import dev.pollux.cloud.Catalog;
import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Rows;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.value.Row;
import dev.pollux.prompt.rows.RowChoice;
import dev.pollux.text.Words;
import dev.pollux.ui.browser.imports.ImportController;
import dev.pollux.ui.browser.profile.ProfileController;
import dev.pollux.ui.catalog.CatalogNode;
import dev.pollux.ui.catalog.CatalogSearch;
import dev.pollux.ui.catalog.PinnedTables;
import dev.pollux.ui.catalog.TreeLoader;
import dev.pollux.ui.feedback.FailureWords;
import dev.pollux.ui.kit.Navigation;
import dev.pollux.ui.kit.Screen;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import dev.pollux.ui.sorting.RowSorting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/// Browses projects, datasets and tables, and reads their rows. Nothing here costs money but the
/// preview of what cannot be listed, which says its price first.
public final class BrowserController implements Screen {
  private final Catalog catalog;
  private final Rows rows;
  private final Background background;
  private final Words words;
  private final Navigation navigation;
  private final PinnedTables shelf;
  private final FailureWords failures;
  private final BrowserModel model = new BrowserModel();
  private final LatestOnly latest = new LatestOnly();
  private final TreeLoader tree;
  private final BrowserView view;
  private final LatestOnly searches = new LatestOnly();
  private final CatalogSearch search;
  private final QueryPreview preview;
  private final RowSorting sorting;
  private final ImportController imports;
  private final ProfileController profile;
  private Optional<CatalogNode> found = Optional.empty();
  // Read by the threads that list the tree.
  private volatile List<TableRef> recent;

  /// @param shelf hears of each table that is opened, so that the last ones are remembered
  public BrowserController(
      Cloud cloud, Background background, Words words, Navigation navigation, PinnedTables shelf) {
    this.catalog = cloud.catalog();
    this.rows = cloud.rows();
    this.background = background;
    this.words = words;
    this.navigation = navigation;
    this.shelf = shelf;
    this.failures = new FailureWords(words);
    this.recent = shelf.recent();
    this.search = new CatalogSearch(catalog);
    this.tree =
        new TreeLoader(catalog, cloud.connection().project(), background, words, this::shelves);
    this.preview = new QueryPreview(cloud.queries(), background, words, model);
    this.sorting = new RowSorting(cloud, background, words);
    this.imports = new ImportController(cloud, background, words, this::onImported);
    this.profile = new ProfileController(cloud, background, words);
    this.view = new BrowserView(model, this, sorting, imports, profile, words);
  }

  @Override
  public Parent root() {
    return view.root();
  }

  /// Goes on where a person was in another language: what they opened, typed, sorted and filtered.
  public void goOnFrom(BrowserController before) {
    sorting.goOnFrom(before.sorting);
    imports.goOnFrom(before.imports);
    view.goOnFrom(before.view);
  }

  /// The pane in which a table is shown, which is made when the first one is opened.
  public Parent table() {
    return view.table();
  }

  /// Says what is waited for until [#goOn()], where there is nothing else to show.
  public void waitFor(String what) {
    model.waitFor(Optional.of(what));
  }

  /// The cloud answers from now on.
  public void goOn() {
    model.waitFor(Optional.empty());
  }

  /// Shows a table, and no import in front of it.
  public void open(TableRef ref) {
    imports.leave();
    read(ref);
  }

  private void read(TableRef ref) {
    preview.forget();
    sorting.forget();
    profile.forget();
    model.show(new BrowserModel.Shown.Loading(ref));
    latest.start(
        background
            .task(_ -> found(ref))
            .onSuccess(found -> onTable(ref, found))
            .onFailure(e ->
                model.show(
                    new BrowserModel.Shown.Failed(
                        ref,
                        failures.explain(words.get("browser.table.failed", ref.shortName()), e)))));
  }

  /// With the table whose rows are listed for it; one that cannot be opened is as none.
  private Optional<BrowserModel.Shown.Table> found(TableRef ref) throws CloudException {
    Optional<TableInfo> info = catalog.table(ref);
    if (info.isEmpty()) {
      return Optional.empty();
    }
    Optional<TableRef> listed = info.get().listed();
    Optional<TableInfo> rowsOf =
        listed.filter(ref::equals).isPresent() || listed.isEmpty()
            ? info.filter(_ -> listed.isPresent())
            : catalog.table(listed.get());
    return Optional.of(new BrowserModel.Shown.Table(info.get(), rowsOf));
  }

  private void onTable(TableRef ref, Optional<BrowserModel.Shown.Table> found) {
    if (found.isPresent()) {
      shelf.opened(ref);
      profile.of(found.get().info(), found.get().listed());
      model.show(found.get());
      if (found.get().listed().isEmpty()) {
        preview.offer(found.get().info());
      }
      return;
    }
    model.show(
        new BrowserModel.Shown.Failed(
            ref,
            failures.explain(
                words.get("browser.table.failed", ref.shortName()),
                new CloudException.NotFound(
                    words.get("browser.table.gone", ref.toString()), "", null))));
  }

  /// Reads the catalogue and the shown table again.
  public void onRefresh() {
    recent = shelf.recent();
    view.reloadTree();
    model.table().map(TableInfo::ref).ifPresent(this::read);
  }

  /// The person is signed in again: what could not be read is read. What stands there stays, in the
  /// order that they asked for and with what was paid.
  public void onSignedIn() {
    view.reloadTree();
    switch (model.shown().get()) {
      case BrowserModel.Shown.Failed failed -> read(failed.ref());
      case BrowserModel.Shown.Table table when model.rowProblem().get().isPresent() ->
          read(table.info().ref());
      case BrowserModel.Shown.Table _,
          BrowserModel.Shown.Nothing _,
          BrowserModel.Shown.Waiting _,
          BrowserModel.Shown.Loading _ -> {}
    }
  }

  /// Makes a table of a file, after the person saw what it holds.
  public void importFile(Path file) {
    imports.open(file);
  }

  /// Lets a person choose the file.
  public void onChooseFile() {
    view.chooseFile();
  }

  private void onImported(TableRef table) {
    view.reloadFor(table);
    open(table);
  }

  /// A job has ended: there may be tables that the tree does not show.
  public void onTablesMade() {
    view.reloadDatasets();
  }

  void onRetry() {
    switch (model.shown().get()) {
      case BrowserModel.Shown.Failed failed -> open(failed.ref());
      case BrowserModel.Shown.Table table -> open(table.info().ref());
      case BrowserModel.Shown.Nothing _,
          BrowserModel.Shown.Waiting _,
          BrowserModel.Shown.Loading _ -> {}
    }
  }

  /// What is being looked for everywhere is the word before.
  void onFilter(String text) {
    searches.cancel();
    model.filter(text);
  }

  /// Looks for tables in all projects. It may take long: the status bar shows how far it is, and
  /// stops it.
  void onSearchEverywhere() {
    String text = model.filter().get();
    if (text.isBlank()) {
      return;
    }
    searches.start(
        background
            .<CatalogSearch.Hits>named(
                words.get("browser.search.task", text), progress -> search.look(text, progress))
            .onCancelled(() -> model.searched(words.get("browser.search.stopped")))
            .onSuccess(this::onFound)
            .onFailure(e ->
                model.searched(
                    failures.explain(words.get("browser.search.failed"), e).sentence())));
  }

  private void onFound(CatalogSearch.Hits hits) {
    found =
        hits.tables().isEmpty()
            ? Optional.empty()
            : Optional.of(new CatalogNode.Shelf(words.get("browser.tree.found"), hits.tables()));
    String said = words.get("browser.search.found", hits.tables().size());
    model.searched(
        hits.unlisted() == 0
            ? said
            : said + " " + words.get("browser.search.unlisted", hits.unlisted()));
    view.shelve(shelves());
  }

  void onNewJob() {
    model.table().map(TableInfo::ref).ifPresent(navigation::startWizard);
  }

  void onNewJob(TableRef ref) {
    navigation.startWizard(ref);
  }

  void onCopy(String text) {
    Clipboard.getSystemClipboard().setContent(java.util.Map.of(DataFormat.PLAIN_TEXT, text));
  }

  /// Shows what is known of a table beside its rows.
  void onDetails(TableRef ref) {
    if (model.table().filter(info -> info.ref().equals(ref)).isEmpty()) {
      open(ref);
    }
    view.details();
  }

  /// Shows where the open table stands: its dataset in the tree, or its project.
  void onReveal(boolean dataset) {
    model.table().ifPresent(info -> view.reveal(info.ref(), dataset));
  }

  /// Asks for the children of a line of the tree; the answer comes on the FX thread.
  void children(CatalogNode node, Consumer<List<CatalogNode>> answer) {
    tree.ask(node, answer);
  }

  /// The shelves that hold anything. The recent tables are those of the last look: they do not
  /// change places while one clicks on them.
  private List<CatalogNode> shelves() {
    List<CatalogNode> full = new ArrayList<>(found.stream().toList());
    if (!shelf.pinned().isEmpty()) {
      full.add(new CatalogNode.Shelf(words.get("browser.tree.pinned"), shelf.pinned()));
    }
    if (!recent.isEmpty()) {
      full.add(new CatalogNode.Shelf(words.get("browser.tree.recent"), recent));
    }
    return full;
  }

  boolean pinned(TableRef ref) {
    return shelf.pinned().contains(ref);
  }

  void onPin(TableRef ref, boolean on) {
    shelf.pin(ref, on);
    view.shelve(shelves());
  }

  /// Pins the shown table, or takes the pin out.
  void onPinShown() {
    model.table().map(TableInfo::ref).ifPresent(ref -> onPin(ref, !pinned(ref)));
  }

  @Override
  public void focus() {
    view.focus();
  }

  /// The tables that have been seen so far: on the shelves, and in what was opened of the tree.
  public List<TableRef> known() {
    return Stream.of(shelf.pinned().stream(), shelf.recent().stream(), view.listed())
        .flatMap(all -> all)
        .distinct()
        .toList();
  }

  @Override
  public void find() {
    view.find();
  }

  /// Loads rows of the shown table, as a grid asks for them.
  Runnable load(
      TableInfo info,
      long start,
      int count,
      Consumer<List<Row>> arrived,
      Consumer<Exception> failed) {
    return background
            .task(_ -> rows.page(info.ref(), info.schema(), start, count))
            .onSuccess(page -> arrived.accept(page.rows()))
            .onFailure(failed)
            .start()
        ::cancel;
  }

  /// The grid shows the rows of that table: its own, or those of the newest of a set.
  void onRowsShown(TableInfo info, List<GridColumn> columns) {
    boolean listed = model.preview().get() instanceof QueriedRows.NotNeeded;
    sorting.of(new RowSorting.Subject(info, columns, listed, true));
  }

  /// Whether the rows of that table are in the grid already: who comes back to the screen finds
  /// them sorted and filtered as they were.
  boolean looksAt(TableInfo info) {
    return sorting.isOf(info);
  }

  /// Which rows of a table a person looks at; all of them where it is not the one that is shown.
  public List<RowChoice.Condition> conditions(TableRef ref) {
    return model.table().filter(info -> info.ref().equals(ref)).isPresent()
        ? sorting.seen().get().view().conditions()
        : List.of();
  }

  /// The grid shows no rows.
  void onRowsGone() {
    sorting.forget();
  }

  /// Rows of a table that is shown no more are missed by nobody.
  void onRowsFailed(TableInfo info, Exception problem) {
    if (model.table().filter(shown -> shown.ref().equals(info.ref())).isEmpty()) {
      return;
    }
    if (QueryPreview.mayHelp(problem)) {
      preview.offer(info);
    } else {
      model.rowProblem(
          failures.explain(words.get("browser.rows.failed", info.ref().shortName()), problem));
    }
  }

  /// The person agreed to what a query for some rows reads.
  void onPreview() {
    model.table().ifPresent(preview::read);
  }

  void onStopPreview() {
    preview.stop();
  }

  /// Asks for the price once more, after a failure.
  void onPreviewAgain() {
    model.table().ifPresent(preview::offer);
  }

  /// Has work of a grid done where it may take its time.
  Runnable offThread(Runnable work, Runnable done, Consumer<Exception> failed) {
    return background.aside(work, done, failed)::cancel;
  }
}
