package dev.pollux.ui.catalog;

import dev.pollux.background.Background;
import dev.pollux.cloud.Catalog;
import dev.pollux.cloud.CloudException;
import dev.pollux.domain.DatasetRef;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.FailureWords;
import java.util.ArrayDeque;
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
  private final Background background;
  private final Words words;
  private final FailureWords failures;
  private final Supplier<List<CatalogNode>> shelves;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private int asking;

  /// @param shelves read off the FX thread
  public TreeLoader(
      Catalog catalog, Background background, Words words, Supplier<List<CatalogNode>> shelves) {
    this.catalog = catalog;
    this.background = background;
    this.words = words;
    this.failures = new FailureWords(words);
    this.shelves = shelves;
  }

  /// Lists what is below a line.
  ///
  /// @param answer called on the FX thread; a failure is a [CatalogNode.Note]
  public void ask(CatalogNode node, Consumer<List<CatalogNode>> answer) {
    waiting.addFirst(() -> begin(node, answer));
    askNext();
  }

  private void askNext() {
    while (asking < AT_ONCE && !waiting.isEmpty()) {
      asking++;
      waiting.removeFirst().run();
    }
  }

  private void begin(CatalogNode node, Consumer<List<CatalogNode>> answer) {
    background
        .task(_ -> children(node))
        .onSuccess(answer)
        .onFailure(e ->
            answer.accept(
                List.of(
                    new CatalogNode.Note(
                        failures.explain(words.get("browser.tree.failed"), e).what(), true))))
        .andFinally(() -> {
          asking--;
          askNext();
        })
        .start();
  }

  private List<CatalogNode> children(CatalogNode node) throws CloudException {
    List<CatalogNode> found =
        switch (node) {
          case CatalogNode.Root _ ->
              Stream.concat(
                      shelves.get().stream(),
                      catalog.projects().stream().map(CatalogNode.Project::new))
                  .toList();
          case CatalogNode.Shelf full ->
              full.tables().stream().<CatalogNode>map(CatalogNode.Shelved::new).toList();
          case CatalogNode.Project project ->
              catalog.datasets(project.id()).stream()
                  .<CatalogNode>map(CatalogNode.DatasetNode::new)
                  .toList();
          case CatalogNode.DatasetNode dataset -> tables(dataset.dataset().ref());
          case CatalogNode.TableNode _, CatalogNode.Shelved _, CatalogNode.Note _ -> List.of();
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
