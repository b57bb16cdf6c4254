package dev.pollux.ui.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pollux.domain.table.TableEntry;
import dev.pollux.domain.table.TableKind;
import dev.pollux.domain.table.TableRef;
import dev.pollux.testing.EstateCatalog;
import dev.pollux.testing.ManualBackground;
import dev.pollux.testing.SameThreadBackground;
import dev.pollux.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import javafx.scene.control.TreeItem;
import org.junit.jupiter.api.Test;

/// 3,000 projects, 500 datasets in one, 10,000 tables in one: what is asked for, and what is not.
class EstateTest {
  private final EstateCatalog estate = new EstateCatalog(3_000, 500, 10_000);

  private CatalogItem tree(EstateCatalog catalog) {
    TreeLoader loader =
        new TreeLoader(
            catalog, "project-0", new SameThreadBackground(), new Words(Locale.ENGLISH), List::of);
    CatalogItem top =
        new CatalogItem(
            new CatalogNode.Root(),
            new CatalogItem.Asker(
                loader::ask, "loading", number -> number + " more", Runnable::run),
            null);
    top.setExpanded(true);
    return top;
  }

  private static TreeItem<CatalogNode> first(
      TreeItem<CatalogNode> above, Predicate<CatalogNode> wanted) {
    return above.getChildren().stream()
        .filter(child -> wanted.test(child.getValue()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theFirstScreenAsksAsMuchAsThatOfOneProject() {
    EstateCatalog small = new EstateCatalog(1, 1, 1);
    assertThat(tree(small).getChildren()).hasSize(1);
    CatalogItem top = tree(estate);

    assertThat(top.getChildren()).hasSize(CatalogItem.MOST + 1);
    assertThat(top.getChildren().getLast().getValue().label()).isEqualTo("2000 more");
    assertThat(top.getChildren().getFirst().getChildren()).hasSize(500);
    assertThat(estate.calls).hasValue(small.calls.get()).hasValue(2);
  }

  /// The own project is seen before thousands of others are listed, and stays as it was then.
  @Test
  void theOwnProjectIsThereBeforeTheOthers() {
    ManualBackground later = new ManualBackground();
    TreeLoader loader =
        new TreeLoader(estate, "project-0", later, new Words(Locale.ENGLISH), List::of);
    CatalogItem top =
        new CatalogItem(
            new CatalogNode.Root(),
            new CatalogItem.Asker(
                loader::ask, "loading…", number -> number + " more", Runnable::run),
            null);
    top.setExpanded(true);
    later.workAll();
    later.deliver();
    assertThat(top.getChildren())
        .extracting(child -> child.getValue().label())
        .containsExactly("project-0", "loading…");
    assertThat(estate.calls).as("nobody was waited for").hasValue(0);
    TreeItem<CatalogNode> own = top.getChildren().getFirst();

    later.settle();
    assertThat(top.getChildren()).hasSize(CatalogItem.MOST + 1);
    assertThat(top.getChildren().getFirst()).isSameAs(own);
    assertThat(own.getChildren()).hasSize(500);
    assertThat(estate.calls).hasValue(2);
  }

  @Test
  void aTypedLetterAsksForNothing() {
    CatalogItem top = tree(estate);
    first(top.getChildren().getFirst(), node -> node.label().equals("dataset_0")).setExpanded(true);
    int before = estate.calls.get();

    top.narrow("table_9999_");

    assertThat(estate.calls).hasValue(before);
    TreeItem<CatalogNode> dataset = top.getChildren().getFirst().getChildren().getFirst();
    assertThat(dataset.getChildren()).hasSize(1);
    top.narrow("");
    assertThat(top.getChildren()).hasSize(CatalogItem.MOST + 1);
  }

  /// What the FX thread works at a letter is lines that come and go: of ten thousand, never more
  /// than are shown.
  @Test
  void aTypedLetterMovesNoMoreLinesThanAreShown() {
    CatalogItem top = tree(estate);
    first(top.getChildren().getFirst(), node -> node.label().equals("dataset_0")).setExpanded(true);
    TreeItem<CatalogNode> tables = top.getChildren().getFirst().getChildren().getFirst();
    AtomicInteger moved = new AtomicInteger();
    top.addEventHandler(
        TreeItem.<CatalogNode>childrenModificationEvent(),
        event -> moved.addAndGet(event.getAddedSize() + event.getRemovedSize()));

    for (String typed : List.of("t", "table_", "table_99", "table_9999_of", "nothing", "", "of")) {
      moved.set(0);
      top.narrow(typed);
      assertThat(moved.get())
          .as("lines of the tree that come or go when “%s” is typed", typed)
          .isLessThanOrEqualTo(4 * (CatalogItem.MOST + 1));
      assertThat(tables.getChildren()).as(typed).hasSizeLessThanOrEqualTo(CatalogItem.MOST + 1);
    }
    top.narrow("table_");
    assertThat(tables.getChildren().getLast().getValue())
        .isEqualTo(new CatalogNode.Note("9000 more", false));
  }

  /// What is called exactly as typed is shown, whatever stands before it; so is what a person was
  /// led to.
  @Test
  void whatIsMeantIsNeverAmongTheRest() {
    List<CatalogNode> projects = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      projects.add(new CatalogNode.Project("my-a-" + i));
    }
    projects.add(new CatalogNode.Project("a"));
    CatalogItem top =
        new CatalogItem(
            new CatalogNode.Root(),
            new CatalogItem.Asker(
                (_, answer) -> answer.accept(projects), "", String::valueOf, Runnable::run),
            null);
    top.setExpanded(true);
    assertThat(top.getChildren()).noneMatch(item -> item.getValue().label().equals("a"));

    top.narrow("a");
    assertThat(top.getChildren().getFirst().getValue().label()).isEqualTo("a");
    assertThat(top.getChildren().getLast().getValue().label()).isEqualTo("4001");
    top.narrow("");
    assertThat(top.reveal(node -> node.label().equals("my-a-4999"))).isPresent();
    assertThat(top.getChildren()).anyMatch(item -> item.getValue().label().equals("my-a-4999"));
    assertThat(top.getChildren()).hasSize(CatalogItem.MOST + 1);
    assertThat(top.reveal(node -> node.label().equals("nobody"))).isEmpty();
  }

  @Test
  void aSearchAsksForEverythingAtMostEightAtOnceAndCountsWhatItMayNotSee() throws Exception {
    CatalogSearch.Hits hits = new CatalogSearch(estate).look("_of_2998", (_, _) -> {});

    assertThat(hits.tables())
        .containsExactly(new TableRef("project-2998", "dataset_0", "table_0_of_2998"));
    assertThat(hits.unlisted()).isEqualTo(1_500);
    assertThat(estate.calls).hasValue(1 + 3_000 + 500 + 1_499);
    assertThat(estate.most).hasValueBetween(1, 8);
    assertThat(new CatalogSearch(estate).look("table_", (_, _) -> {}).tables()).hasSize(200);
  }

  @Test
  void aSearchEndsWhenItIsStopped() {
    assertThatThrownBy(() ->
            new CatalogSearch(estate)
                .look(
                    "nothing",
                    (done, _) -> {
                      if (done == 2) {
                        Thread.currentThread().interrupt();
                      }
                    }))
        .isInstanceOf(InterruptedException.class);
    assertThat(estate.calls.get()).isLessThan(600);
  }

  @Test
  void daysAreOneLineAndOddNamesAreNot() {
    assertThat(labels("events_20260101", "events_20260102", "users", "once_20260101"))
        .containsExactly("events_*", "users", "once_20260101");
    assertThat(labels("a_20269901", "a_20269902", "20260101", "20260102"))
        .as("no days, or no name before them")
        .containsExactly("a_20269901", "a_20269902", "20260101", "20260102");
  }

  private static List<String> labels(String... names) {
    return ShardGroups.of(
            List.of(names).stream()
                .map(name -> new TableEntry(new TableRef("p", "d", name), TableKind.TABLE))
                .toList())
        .stream()
        .map(entry -> entry.ref().table())
        .toList();
  }
}
