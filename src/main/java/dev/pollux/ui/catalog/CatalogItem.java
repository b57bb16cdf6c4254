package dev.pollux.ui.catalog;

import dev.pollux.domain.table.TableRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.TreeItem;
import org.jspecify.annotations.Nullable;

/// A line of the tree that asks for its children when it is first opened, and narrows them to what
/// the person types.
public final class CatalogItem extends TreeItem<CatalogNode> {
  /// Datasets of the connection's own project whose tables a filter asks for by itself.
  private static final int FEW = 12;

  /// Lines that are shown below one line. A tree of JavaFX works for each line that comes or goes,
  /// on the FX thread, at each letter that is typed; nobody reads more.
  static final int MOST = 1_000;

  // All children; those that fit what is typed are the children of the tree.
  private final List<CatalogItem> all = new ArrayList<>();
  private final Asker asker;
  private final @Nullable CatalogItem holder;
  private boolean asked;
  // Only the answer to the last question counts: an older one may come after it.
  private int questions;
  private String wanted = "";
  private final String lowered;
  // What a person was led to stays, even if there is no room for it.
  private @Nullable CatalogItem revealed;
  private @Nullable CatalogItem rest;
  private @Nullable Runnable awaited;
  // Of the top: what was open in the tree before this one.
  private Set<CatalogNode> before = Set.of();

  /// How children are asked for, what is shown until they are here, and what is said of those that
  /// there is no room for, by their number.
  ///
  /// @param during does each change of the lines that are shown
  public record Asker(
      BiConsumer<CatalogNode, Consumer<List<CatalogNode>>> ask,
      String waiting,
      IntFunction<String> rest,
      Consumer<Runnable> during) {}

  /// @param holder the line above; null for the root
  public CatalogItem(CatalogNode node, Asker asker, @Nullable CatalogItem holder) {
    super(node);
    this.asker = asker;
    this.holder = holder;
    this.lowered = node.label().toLowerCase(Locale.ROOT);
    if (isLeaf()) {
      // There may be ten thousands of them.
      return;
    }
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
  public void reload() {
    asked = true;
    int question = ++questions;
    replace(List.of(note(asker.waiting())));
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
  public void reloadDatasets(Predicate<CatalogItem> spared) {
    if (getValue() instanceof CatalogNode.DatasetNode && asked && !spared.test(this)) {
      reload();
      return;
    }
    List.copyOf(all).forEach(child -> child.reloadDatasets(spared));
  }

  /// Opens the lines that were open in another tree, as they come.
  public void openAs(CatalogItem other) {
    before = other.open().collect(Collectors.toSet());
  }

  private Stream<CatalogNode> open() {
    return Stream.concat(
        isExpanded() ? Stream.of(getValue()) : Stream.of(),
        all.stream().flatMap(CatalogItem::open));
  }

  private CatalogItem top() {
    return holder == null ? this : holder.top();
  }

  /// The tables that are listed below this line.
  public Stream<TableRef> tables() {
    return Stream.concat(getValue().table().stream(), all.stream().flatMap(CatalogItem::tables));
  }

  /// Tells of a line below this one: now, or when it comes with what is asked for.
  public void whenListed(Predicate<CatalogNode> which, Consumer<CatalogItem> hearer) {
    Optional<CatalogItem> found =
        all.stream().filter(child -> which.test(child.getValue())).findFirst();
    if (found.isPresent()) {
      revealed = found.get();
      refit();
      hearer.accept(found.get());
    }
    awaited = found.isPresent() ? null : () -> whenListed(which, hearer);
  }

  /// Puts other shelves on top; all else stays as it is, open or not.
  public void shelve(List<CatalogNode> shelves) {
    all.removeIf(child -> child.getValue() instanceof CatalogNode.Shelf);
    List<CatalogItem> made =
        shelves.stream().map(shelf -> new CatalogItem(shelf, asker, this)).toList();
    all.addAll(0, made);
    made.forEach(shelf -> shelf.setExpanded(true));
    refit();
  }

  private void replace(List<CatalogItem> children) {
    all.clear();
    all.addAll(children);
    refit();
  }

  private CatalogItem note(String text) {
    return new CatalogItem(new CatalogNode.Note(text, false), asker, this);
  }

  private void arrived(List<CatalogNode> children) {
    Map<CatalogNode, CatalogItem> known = new HashMap<>();
    all.forEach(child -> known.put(child.getValue(), child));
    // A line that was there stays as it is, open or not.
    replace(
        children.stream()
            .map(child ->
                known.containsKey(child) ? known.get(child) : new CatalogItem(child, asker, this))
            .toList());
    // What could not be listed is asked for again when it is opened again.
    asked = children.stream().noneMatch(c -> c instanceof CatalogNode.Note note && note.problem());
    Set<CatalogNode> opened = top().before;
    if (getValue() instanceof CatalogNode.Root && opened.isEmpty()) {
      openFirst();
    }
    all.stream()
        .filter(child -> opened.contains(child.getValue()) || isOpenShelf(child, opened))
        .forEach(child -> child.setExpanded(true));
    narrow(wanted);
    Runnable waiting = awaited;
    if (waiting != null) {
      waiting.run();
      // What did not come is not waited for any longer: it would surprise whoever is elsewhere.
      awaited = null;
    }
    for (CatalogItem above = holder; above != null; above = above.holder) {
      above.refit();
    }
  }

  /// Shelves have other names in other languages.
  private static boolean isOpenShelf(CatalogItem line, Set<CatalogNode> opened) {
    return !opened.isEmpty() && line.getValue() instanceof CatalogNode.Shelf;
  }

  /// A person wants to see the datasets at once: those of the connection's own project, which comes
  /// first. There may be thousands of others.
  private void openFirst() {
    all.stream()
        .filter(child -> child.getValue() instanceof CatalogNode.Shelf)
        .forEach(shelf -> shelf.setExpanded(true));
    all.stream()
        .filter(child -> child.getValue() instanceof CatalogNode.Project)
        .findFirst()
        .ifPresent(own -> own.setExpanded(true));
  }

  /// Shows the lines that fit and those that hold one. Nothing is asked for but the tables of an
  /// own project that has few datasets.
  public void narrow(String text) {
    wanted = text.strip().toLowerCase(Locale.ROOT);
    if (isLeaf()) {
      return;
    }
    for (CatalogItem child : holdsLeaves() ? List.<CatalogItem>of() : List.copyOf(all)) {
      boolean fits = child.fits(wanted);
      if (!wanted.isEmpty() && !fits && !child.isLeaf() && (child.asked || isSmallAndOwn())) {
        child.setExpanded(true);
      }
      child.narrow(fits ? "" : wanted);
    }
    refit();
  }

  /// Which may be ten thousands, and show the same whatever is typed.
  private boolean holdsLeaves() {
    return getValue() instanceof CatalogNode.DatasetNode || getValue() instanceof CatalogNode.Shelf;
  }

  private boolean isSmallAndOwn() {
    return getValue() instanceof CatalogNode.Project
        && all.size() <= FEW
        && holder != null
        && holder.all.stream()
            .filter(child -> child.getValue() instanceof CatalogNode.Project)
            .findFirst()
            .filter(this::equals)
            .isPresent();
  }

  /// A line below this one, which is shown from then on; empty where there is none.
  public Optional<CatalogItem> reveal(Predicate<CatalogNode> which) {
    Optional<CatalogItem> found =
        all.stream().filter(child -> which.test(child.getValue())).findFirst();
    revealed = found.orElse(null);
    refit();
    return found;
  }

  /// Lines that stay as they are need no work of the tree.
  private void refit() {
    List<CatalogItem> fitting =
        wanted.isEmpty() ? all : all.stream().filter(child -> child.isSeen(wanted)).toList();
    List<CatalogItem> shown = fitting.size() > MOST ? cut(fitting) : fitting;
    if (!shown.equals(getChildren())) {
      asker.during().accept(() -> getChildren().setAll(shown));
    }
  }

  /// A line that is called exactly as typed is never among the rest, else no letter more would
  /// bring it.
  private List<CatalogItem> cut(List<CatalogItem> fitting) {
    Set<CatalogItem> shown = new LinkedHashSet<>();
    fitting.stream().filter(child -> child.lowered.equals(wanted)).forEach(shown::add);
    Stream.ofNullable(revealed).filter(fitting::contains).forEach(shown::add);
    fitting.stream().limit(MOST - shown.size()).forEach(shown::add);
    List<CatalogItem> lines = new ArrayList<>(shown);
    lines.add(restOf(fitting.size() - shown.size()));
    return lines;
  }

  private CatalogItem restOf(int number) {
    String said = asker.rest().apply(number);
    if (rest == null || !rest.getValue().label().equals(said)) {
      rest = note(said);
    }
    return rest;
  }

  private boolean isSeen(String text) {
    return fits(text) || (!all.isEmpty() && !getChildren().isEmpty());
  }

  private boolean fits(String text) {
    return text.isEmpty()
        || switch (getValue()) {
          case CatalogNode.Note note -> note.label().equals(asker.waiting());
          case CatalogNode.Root _,
              CatalogNode.Shelf _,
              CatalogNode.Shelved _,
              CatalogNode.Project _,
              CatalogNode.DatasetNode _,
              CatalogNode.TableNode _ ->
              lowered.contains(text);
        };
  }
}
