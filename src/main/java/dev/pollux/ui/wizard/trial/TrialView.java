package dev.pollux.ui.wizard.trial;

import dev.pollux.domain.value.Row;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.trial.Trial;
import dev.pollux.draft.trial.TrialRow;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.KeptSplit;
import dev.pollux.ui.kit.Layers;
import dev.pollux.ui.kit.View;
import dev.pollux.ui.kit.grid.DataGrid;
import dev.pollux.ui.kit.grid.rows.GridCell;
import dev.pollux.ui.kit.grid.rows.RowSource;
import dev.pollux.ui.wizard.step.DraftModel;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

/// The answers of a trial: what they came to, each beside its row, and one in full below.
final class TrialView extends View<BorderPane> {
  private static final double GRID_SHARE = 0.63;
  private final DraftModel draft;
  private final TrialModel screen;
  private final TrialController controller;
  private final Words words;
  private final TrialSums sums;
  private final DataGrid grid;
  private final TrialDetails details;
  private final SplitPane split = new SplitPane();
  private final KeptSplit kept;
  private final VBox nothing;
  private final TrialChooser chooser;
  private Optional<Trial> shown = Optional.empty();
  private List<Row> rows = List.of();

  TrialView(DraftModel draft, TrialModel screen, TrialController controller, Words words) {
    super(new BorderPane());
    this.draft = draft;
    this.screen = screen;
    this.controller = controller;
    this.words = words;
    sums = new TrialSums(controller, words);
    grid = new DataGrid("wizard-trial-table", words, controller::offThread);
    grid.setAccessibleHelp(words.get("wizard.trial.help"));
    details = new TrialDetails(controller, words);
    split.setOrientation(Orientation.VERTICAL);
    split.getItems().setAll(grid.node(), details.root());
    kept = KeptSplit.of(split, "wizard-trial-split", GRID_SHARE);
    SplitPane.setResizableWithParent(details.root(), false);
    Label empty = new Label(words.get("wizard.trial.empty"));
    empty.setWrapText(true);
    empty.getStyleClass().add("quiet");
    chooser = new TrialChooser(controller, words);
    nothing = new VBox(12, empty);
    nothing.setAlignment(Pos.CENTER);
    nothing.getStyleClass().add("state-face");
    Layers.lies(details.root(), screen.open(), controller::onClose);
  }

  /// Opens the bar in which one finds things in the answers, if there are some.
  void find() {
    if (shown.isPresent()) {
      grid.find();
    }
  }

  @Override
  protected void attach() {
    onDetach(draft.state().subscribe(this::show)::unsubscribe);
    onDetach(screen.selected().subscribe(_ -> showDetails())::unsubscribe);
    onDetach(screen.choice().subscribe(_ -> showChooser())::unsubscribe);
    onDetach(screen.open().subscribe(_ -> showDetails())::unsubscribe);
    onDetach(screen.face().subscribe(_ -> showDetails())::unsubscribe);
    onDetach(
        grid.selected()
                .subscribe((_, cell) ->
                    cell.map(this::indexOf).filter(i -> i >= 0).ifPresent(controller::onSelect))
            ::unsubscribe);
  }

  /// The place in the trial; the grid counts by the numbers that the rows have in their table.
  private int indexOf(GridCell cell) {
    List<TrialRow> all = shown.map(Trial::rows).orElse(List.of());
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).number() == cell.index() + 1) {
        return i;
      }
    }
    return -1;
  }

  private void show(DraftState state) {
    Optional<Trial> trial = state.trial();
    sums.show(state);
    showChooser();
    if (trial.isEmpty()) {
      shown = trial;
      root().setCenter(nothing);
    } else if (!trial.equals(shown)) {
      Optional<Trial> before = shown;
      shown = trial;
      root().setCenter(split);
      showRows(trial.get(), before);
    }
    showDetails();
  }

  /// Beside the sums, or with its words below the invitation before there are any.
  private void showChooser() {
    boolean tried = draft.now().trial().isPresent();
    chooser.show(screen.choice().get(), !tried);
    Pane holder = tried ? sums.lower() : nothing;
    if (!holder.equals(chooser.root().getParent())) {
      holder.getChildren().add(chooser.root());
    }
    root().setTop(tried ? sums.root() : null);
  }

  private void showRows(Trial trial, Optional<Trial> before) {
    TrialTable table = new TrialTable(trial, new TrialWords(words));
    rows = table.rows();
    if (before.filter(earlier -> earlier.id() == trial.id()).isPresent()) {
      grid.reload();
    } else {
      grid.show(table.columns(), new Source(trial), rows.size(), _ -> {});
      grid.selectRow(0);
    }
  }

  /// The rows of the trial as they are by now; they are here, so that nothing is waited for.
  private final class Source implements RowSource {
    private final Trial trial;

    Source(Trial trial) {
      this.trial = trial;
    }

    @Override
    public Runnable load(
        long start, int count, Consumer<List<Row>> arrived, Consumer<Exception> failed) {
      arrived.accept(rows.subList((int) start, (int) start + count));
      return () -> {};
    }

    @Override
    public long number(long index) {
      return trial.rows().get((int) index).number() - 1;
    }
  }

  private void showDetails() {
    boolean open = screen.open().get();
    if (open != split.getItems().contains(details.root())) {
      if (open) {
        split.getItems().add(details.root());
        kept.restore();
      } else {
        split.getItems().remove(details.root());
        grid.focus();
      }
    }
    int index = screen.selected().get();
    shown
        .filter(trial -> index < trial.rows().size())
        .ifPresent(trial -> {
          details.show(trial, index, screen.face().get());
          if (grid.selected().get().map(this::indexOf).orElse(-1) != index) {
            grid.selectRow(index);
          }
        });
  }
}
