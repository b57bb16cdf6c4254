package dev.pollux.ui.kit.grid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import dev.pollux.ui.kit.grid.rows.LazyRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/// What Enter does while the hits of what is typed are not known yet.
class GridFindTest extends ApplicationTest {
  private final List<Runnable> searches = new ArrayList<>();
  private final List<GridSearch.Hit> selected = new ArrayList<>();
  private GridFind find;

  @Override
  public void start(Stage stage) {
    LazyRows rows =
        new LazyRows(
            (start, count, arrived, _) -> {
              arrived.accept(
                  IntStream.range((int) start, (int) start + count)
                      .mapToObj(i -> new Row(List.of(new Value.Scalar("cod " + i))))
                      .toList());
              return () -> {};
            },
            30,
            _ -> {});
    rows.get(0);
    find =
        new GridFind(
            "grid",
            new Words(Locale.ENGLISH),
            (work, done, _) -> {
              searches.add(() -> {
                work.run();
                done.run();
              });
              return () -> {};
            },
            new GridFind.Target() {
              @Override
              public LazyRows rows() {
                return rows;
              }

              @Override
              public List<GridColumn> columns() {
                return List.of(GridColumn.at(Field.of("word", FieldType.STRING), 0));
              }

              @Override
              public GridSearch.Hit position() {
                return new GridSearch.Hit(0, 0);
              }

              @Override
              public void select(GridSearch.Hit hit) {
                selected.add(hit);
              }

              @Override
              public void focus() {}
            });
  }

  private void type(String text) throws Exception {
    int before = searches.size();
    interact(
        () -> ((TextField) from(find.bar().node()).lookup("#grid-find").query()).setText(text));
    WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> searches.size() > before);
  }

  private void answer() {
    interact(() -> searches.getLast().run());
  }

  private String said() {
    return ((Label) from(find.bar().node()).lookup("#grid-found").query()).getText();
  }

  @Test
  void hitsOfAnEarlierTextAreNotSteppedThrough() throws Exception {
    type("cod");
    answer();
    assertThat(said()).startsWith("1 of 30");
    selected.clear();
    type("cod 14");
    interact(() -> find.onStep(1));
    assertThat(selected).as("before the hits of “cod 14” are known").isEmpty();
    answer();
    assertThat(said()).startsWith("1 of 1");
    assertThat(selected).containsExactly(new GridSearch.Hit(14, 0));
  }

  @Test
  void withMoreRowsOfTheSameTextOneStepsOn() throws Exception {
    type("cod");
    answer();
    interact(() -> find.bar().open());
    interact(() -> find.onRows());
    interact(() -> find.onStep(1));
    answer();
    assertThat(said()).startsWith("2 of 30");
  }
}
