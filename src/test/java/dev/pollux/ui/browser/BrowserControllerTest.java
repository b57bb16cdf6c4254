package dev.pollux.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.background.TaskRunner;
import dev.pollux.cloud.CloudException;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.testing.FakeCloud;
import dev.pollux.testing.ManualBackground;
import dev.pollux.text.Words;
import dev.pollux.ui.catalog.CatalogItem;
import dev.pollux.ui.catalog.CatalogNode;
import dev.pollux.ui.catalog.PinnedTables;
import dev.pollux.ui.shell.ShellNavigation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/// The Tables screen while answers are late, come in another order, or belong to a connection that
/// was left.
class BrowserControllerTest extends ApplicationTest {
  private static final int DATASETS = 30;
  private final FakeCloud cloud = new FakeCloud();
  private final ManualBackground background = new ManualBackground();
  private final TaskRunner connection = background.runner().scope();
  private BrowserController browser;

  @Override
  public void start(Stage stage) {
    cloud.catalog.dataset("samples", Location.US_CENTRAL1);
    for (String name : List.of("one", "two")) {
      cloud.catalog.table("samples", name, 0, Field.of("text", FieldType.STRING));
    }
    browser =
        new BrowserController(
            cloud, connection, new Words(Locale.ENGLISH), new ShellNavigation(), new NoPins());
    stage.setScene(new Scene(browser.root(), 990, 700));
    stage.show();
  }

  private static TableRef table(String name) {
    return new TableRef(FakeCloud.PROJECT, "samples", name);
  }

  private String title() {
    return lookup("#browser-title").queryAs(Label.class).getText();
  }

  @Test
  void theTableThatWasAskedForFirstNeverComesLast() {
    interact(background::settle);
    interact(() -> {
      browser.open(table("one"));
      background.workAll();
      browser.open(table("two"));
      background.settle();
    });
    assertThat(title()).isEqualTo("two");
  }

  @Test
  void nothingComesAfterTheConnectionWasLeft() {
    interact(background::settle);
    interact(() -> {
      browser.open(table("one"));
      background.workAll();
      connection.close();
      browser.open(table("two"));
      background.settle();
    });
    assertThat(lookup("#browser-title").tryQuery()).isEmpty();
    assertThat(background.waiting()).isEmpty();
  }

  @Test
  void anOlderListOfTheSamePlaceDoesNotReplaceTheNewer() {
    List<List<CatalogNode>> answers = new ArrayList<>();
    List<java.util.function.Consumer<List<CatalogNode>>> asked = new ArrayList<>();
    CatalogItem item =
        new CatalogItem(
            new CatalogNode.Project("p"),
            new CatalogItem.Asker(
                (_, answer) -> asked.add(answer), "waiting", String::valueOf, Runnable::run),
            null);
    item.reload();
    item.reload();
    answers.add(List.of(new CatalogNode.Note("new", false)));
    answers.add(List.of(new CatalogNode.Note("old", false)));
    asked.get(1).accept(answers.get(0));
    asked.get(0).accept(answers.get(1));
    assertThat(item.getChildren())
        .extracting(child -> child.getValue().label())
        .containsExactly("new");
  }

  @Test
  void whatCouldNotBeListedIsAskedForAgainWhenItIsOpenedAgain() {
    cloud.catalog.failure = Optional.of(new CloudException.Unavailable("no answer", "", null));
    interact(background::settle);
    TreeItem<?> root = lookup("#browser-tree").queryAs(TreeView.class).getRoot();
    assertThat(root.getChildren().toString())
        .as("it says why, and what to do")
        .contains(
            FakeCloud.PROJECT, "The service did not answer. (could not be listed)", "try again");
    cloud.catalog.failure = Optional.empty();
    interact(() -> {
      root.setExpanded(false);
      root.setExpanded(true);
      background.settle();
    });
    assertThat(root.getChildren().toString())
        .contains(FakeCloud.PROJECT)
        .doesNotContain("could not be listed");
  }

  /// What was found for another word would stand beside this one.
  @Test
  void aSearchEndsWhereAnotherWordIsTyped() {
    interact(background::settle);
    TextField filter = lookup("#browser-filter").queryAs(TextField.class);
    interact(() -> filter.setText("one"));
    clickOn("#browser-search-everywhere");
    interact(background::workAll); // found, and not shown yet
    interact(() -> filter.setText("two"));
    interact(background::settle);
    assertThat(lookup("#browser-searched").queryAs(Label.class).getText()).isEmpty();
    assertThat(background.running()).isEmpty();
  }

  @Test
  void aFilterAsksForNothingAndASearchEverywhereForAll() {
    IntStream.range(0, DATASETS)
        .forEach(i -> cloud.catalog.dataset("data_" + i, Location.US_CENTRAL1));
    interact(background::settle);
    clickOn("#browser-filter").write("two");
    assertThat(background.waiting()).as("a project of many datasets").isEmpty();
    assertThat(lookup("samples.two").tryQuery()).isEmpty();
    clickOn("#browser-search-everywhere");
    interact(background::settle);
    assertThat(lookup("samples.two").tryQuery()).isPresent();
    assertThat(lookup("#browser-searched").queryAs(Label.class).getText())
        .isEqualTo("1 table was found in all projects.");
  }

  @Test
  void arrowKeysTurnThePage() {
    interact(() -> {
      browser.open(table("one"));
      background.settle();
    });
    clickOn("#browser-tab-rows");
    push(KeyCode.RIGHT);
    assertThat(lookup("#browser-schema").tryQuery()).isPresent();
    assertThat(lookup("#browser-grid").tryQuery()).isEmpty();
  }

  private static final class NoPins implements PinnedTables {
    @Override
    public List<TableRef> pinned() {
      return List.of();
    }

    @Override
    public List<TableRef> recent() {
      return List.of();
    }

    @Override
    public void opened(TableRef table) {}

    @Override
    public void pin(TableRef table, boolean on) {}
  }
}
