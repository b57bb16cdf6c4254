package dev.pollux.ui.catalog;

import dev.pollux.background.Background;
import dev.pollux.cloud.Catalog;
import dev.pollux.cloud.CloudException;
import dev.pollux.domain.table.DatasetRef;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.FailureWords;
import dev.pollux.ui.kit.FailureText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Asks for what is below a line of the tree. A filter opens all that must be searched, so only
/// some are asked for at once; what was opened last comes first, since somebody looks at it.
public final class TreeLoader {
  private static final int AT_ONCE = 4;
  private final Catalog catalog;
  private final String own;
  private final Background background;
  private final Words words;
  private final FailureWords failures;
  private final Supplier<List<CatalogNode>> shelves;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private int asking;

  /// @param own the connection's own project, which is there before any list of projects
  /// @param shelves read off the FX thread
  public TreeLoader(
      Catalog catalog,
      String own,
      Background background,
      Words words,
      Supplier<List<CatalogNode>> shelves) {
    this.catalog = catalog;
    this.own = own;
    this.background = background;
    this.words = words;
    this.failures = new FailureWords(words);
    this.shelves = shelves;
  }

  /// Lists what is below a line. Of the root that is said twice: its own project is there at once,
  /// the others when they are listed, which may be thousands.
  ///
  /// @param answer called on the FX thread; a failure is a [CatalogNode.Note]
  public void ask(CatalogNode node, Consumer<List<CatalogNode>> answer) {
    if (!(node instanceof CatalogNode.Root)) {
      next(() -> begin(node, answer));
      return;
    }
    background
        .task(_ -> shelves.get())
        .onSuccess(full -> {
          answer.accept(top(full, new CatalogNode.Note(words.get("browser.tree.loading"), false)));
          next(() -> others(full, answer));
        })
        .start();
  }

  private void next(Runnable question) {
    waiting.addFirst(question);
    askNext();
  }

  private List<CatalogNode> top(List<CatalogNode> full, CatalogNode others) {
    List<CatalogNode> all = new ArrayList<>(full);
    all.add(new CatalogNode.Project(own));
    all.add(others);
    return all;
  }

  private void others(List<CatalogNode> full, Consumer<List<CatalogNode>> answer) {
    run(
        () ->
            Stream.concat(
                    full.stream(),
                    catalog.projects().stream().<CatalogNode>map(CatalogNode.Project::new))
                .toList(),
        answer,
        failed -> answer.accept(top(full, failed)));
  }

  private void askNext() {
    while (asking < AT_ONCE && !waiting.isEmpty()) {
      asking++;
      waiting.removeFirst().run();
    }
  }

  private void begin(CatalogNode node, Consumer<List<CatalogNode>> answer) {
    run(() -> children(node), answer, failed -> answer.accept(List.of(failed)));
  }

  private interface Question {
    List<CatalogNode> ask() throws CloudException;
  }

  private void run(
      Question question, Consumer<List<CatalogNode>> answer, Consumer<CatalogNode.Note> failed) {
    background
        .task(_ -> question.ask())
        .onSuccess(answer)
        .onFailure(e -> failed.accept(note(failures.explain(words.get("browser.tree.failed"), e))))
        .andFinally(() -> {
          asking--;
          askNext();
        })
        .start();
  }

  private static CatalogNode.Note note(FailureText failure) {
    return new CatalogNode.Note(
        failure.why() + " (" + failure.what() + ")", true, failure.why() + " " + failure.next());
  }

  private List<CatalogNode> children(CatalogNode node) throws CloudException {
    List<CatalogNode> found =
        switch (node) {
          case CatalogNode.Shelf full ->
              full.tables().stream().<CatalogNode>map(CatalogNode.Shelved::new).toList();
          case CatalogNode.Project project ->
              catalog.datasets(project.id()).stream()
                  .<CatalogNode>map(CatalogNode.DatasetNode::new)
                  .toList();
          case CatalogNode.DatasetNode dataset -> tables(dataset.dataset().ref());
          case CatalogNode.Root _,
              CatalogNode.TableNode _,
              CatalogNode.Shelved _,
              CatalogNode.Note _ ->
              List.of();
        };
    return found.isEmpty()
        ? List.of(new CatalogNode.Note(words.get("browser.tree.empty"), false))
        : found;
  }

  private List<CatalogNode> tables(DatasetRef ref) throws CloudException {
    return ShardGroups.of(catalog.tables(ref)).stream()
        .<CatalogNode>map(CatalogNode.TableNode::new)
        .toList();
  }
}
