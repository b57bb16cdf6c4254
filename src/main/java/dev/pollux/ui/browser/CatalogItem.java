package dev.pollux.ui.browser;

import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.TreeItem;
import org.jspecify.annotations.Nullable;

/// A line of the tree that asks for its children when it is first opened, and narrows them to what
/// the person types.
final class CatalogItem extends TreeItem<CatalogNode> {
  private static final int FEW = 8;
  private final ObservableList<CatalogItem> all = FXCollections.observableArrayList();
  private final FilteredList<CatalogItem> fitting = new FilteredList<>(all);
  private final Asker asker;
  private final @Nullable CatalogItem holder;
  private boolean asked;
  // Only the answer to the last question counts: an older one may come after it.
  private int questions;
  private String wanted = "";

  /// How children are asked for, and what is shown until they are here.
  record Asker(BiConsumer<CatalogNode, Consumer<List<CatalogNode>>> ask, String waiting) {}

  CatalogItem(CatalogNode node, Asker asker, @Nullable CatalogItem holder) {
    super(node);
    this.asker = asker;
    this.holder = holder;
    Bindings.bindContent(getChildren(), fitting);
    expandedProperty().subscribe(this::onExpanded);
  }

  @Override
  public boolean isLeaf() {
    return switch (getValue()) {
      case CatalogNode.Root _,
          CatalogNode.Shelf _,
          CatalogNode.Project _,
          CatalogNode.DatasetNode _ ->
          false;
      case CatalogNode.TableNode _, CatalogNode.Shelved _, CatalogNode.Note _ -> true;
    };
  }

  private void onExpanded(boolean open) {
    if (open && !asked && !isLeaf()) {
      reload();
    }
  }

  /// Forgets the children and asks again.
  void reload() {
    asked = true;
    int question = ++questions;
    all.setAll(note(asker.waiting()));
    asker
        .ask()
        .accept(
            getValue(),
            children -> {
              if (question == questions) {
                arrived(children);
              }
            });
  }

  /// Asks again for the tables of the datasets that are known, but for one that holds the selected
  /// line: it would slip away.
  void reloadDatasets(Predicate<CatalogItem> spared) {
    if (getValue() instanceof CatalogNode.DatasetNode && asked && !spared.test(this)) {
      reload();
      return;
    }
    List.copyOf(all).forEach(child -> child.reloadDatasets(spared));
  }

  /// Puts other shelves on top; all else stays as it is, open or not.
  void shelve(List<CatalogNode> shelves) {
    all.removeIf(child -> child.getValue() instanceof CatalogNode.Shelf);
    List<CatalogItem> made =
        shelves.stream().map(shelf -> new CatalogItem(shelf, asker, this)).toList();
    all.addAll(0, made);
    made.forEach(shelf -> shelf.setExpanded(true));
    refit();
  }

  private CatalogItem note(String text) {
    return new CatalogItem(new CatalogNode.Note(text, false), asker, this);
  }

  private void arrived(List<CatalogNode> children) {
    all.setAll(children.stream().map(child -> new CatalogItem(child, asker, this)).toList());
    // What could not be listed is asked for again when it is opened again.
    asked = children.stream().noneMatch(c -> c instanceof CatalogNode.Note note && note.problem());
    if (getValue() instanceof CatalogNode.Root) {
      openFirst();
    }
    narrow(wanted);
    for (CatalogItem above = holder; above != null; above = above.holder) {
      above.refit();
    }
  }

  /// A person wants to see the datasets at once: of every project where there are some, else of the
  /// connection's own, which comes first.
  private void openFirst() {
    List<CatalogItem> projects =
        all.stream().filter(child -> child.getValue() instanceof CatalogNode.Project).toList();
    all.stream()
        .filter(child -> child.getValue() instanceof CatalogNode.Shelf)
        .forEach(shelf -> shelf.setExpanded(true));
    projects.stream()
        .limit(projects.size() <= FEW ? FEW : 1)
        .forEach(project -> project.setExpanded(true));
  }

  /// Shows the lines that fit and those that hold one; opens what must be searched.
  void narrow(String text) {
    wanted = text.strip().toLowerCase(Locale.ROOT);
    for (CatalogItem child : List.copyOf(all)) {
      boolean fits = fits(child.getValue());
      if (!wanted.isEmpty() && !fits && !child.isLeaf()) {
        child.setExpanded(true);
      }
      child.narrow(fits ? "" : wanted);
    }
    refit();
  }

  private void refit() {
    fitting.setPredicate(child -> fits(child.getValue()) || !child.fitting.isEmpty());
  }

  private boolean fits(CatalogNode node) {
    return wanted.isEmpty()
        || switch (node) {
          case CatalogNode.Note note -> note.label().equals(asker.waiting());
          case CatalogNode.Root _,
              CatalogNode.Shelf _,
              CatalogNode.Shelved _,
              CatalogNode.Project _,
              CatalogNode.DatasetNode _,
              CatalogNode.TableNode _ ->
              node.label().toLowerCase(Locale.ROOT).contains(wanted);
        };
  }
}
