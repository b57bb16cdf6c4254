package dev.pollux.ui.wizard.source;

import dev.pollux.background.Background;
import dev.pollux.cloud.Catalog;
import dev.pollux.domain.table.TableRef;
import dev.pollux.draft.state.Facts;
import dev.pollux.text.Words;
import dev.pollux.ui.catalog.CatalogNode;
import dev.pollux.ui.catalog.PinnedTables;
import dev.pollux.ui.catalog.TableShelves;
import dev.pollux.ui.catalog.TreeLoader;
import dev.pollux.ui.wizard.step.DraftModel;
import dev.pollux.ui.wizard.step.StepActions;
import dev.pollux.ui.wizard.step.WizardStep;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.scene.Parent;

/// Which table the rows come from: chosen in a tree, or written.
public final class SourceController implements WizardStep {
  private final DraftModel model;
  private final StepActions actions;
  private final TableShelves shelves;
  private final TreeLoader tree;
  private final SourceView view;

  /// @param own the connection's own project
  /// @param tables the pinned and the recent ones
  public SourceController(
      DraftModel model,
      StepActions actions,
      Catalog catalog,
      String own,
      PinnedTables tables,
      Background background,
      Words words) {
    this.model = model;
    this.actions = actions;
    this.shelves = new TableShelves(tables, words);
    this.tree = new TreeLoader(catalog, own, background, words, shelves::full);
    this.view = new SourceView(model, this, words);
  }

  @Override
  public Parent root() {
    return view.root();
  }

  @Override
  public void focusFirst() {
    view.focusFirst();
  }

  /// Tables may have been pinned or opened since.
  @Override
  public void entered() {
    view.shelve(shelves.full());
  }

  /// Asks for the children of a line of the tree; the answer comes on the FX thread.
  void children(CatalogNode node, Consumer<List<CatalogNode>> answer) {
    tree.ask(node, answer);
  }

  /// What is asked stays; where answers about the table before were to go does not.
  void onChosen(TableRef table) {
    boolean same = model.now().sourceRef().filter(table::equals).isPresent();
    model.edit("", draft -> same ? draft : draft.about(table));
  }

  /// A column goes beside the answers, or not; from now on the person chooses all of them.
  void onPass(String column, boolean passes) {
    Set<String> columns = new TreeSet<>(model.now().passing());
    if (passes) {
      columns.add(column);
    } else {
      columns.remove(column);
    }
    model.edit("", draft -> draft.withPassing(Optional.of(columns)));
  }

  /// The person wants the table read now, even if it was read before.
  void onRead() {
    actions.lookAgain(Facts.Topic.SOURCE);
  }
}
