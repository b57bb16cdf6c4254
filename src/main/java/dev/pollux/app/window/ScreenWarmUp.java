package dev.pollux.app.window;

import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.Screen;
import dev.pollux.ui.kit.grid.DataGrid;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import dev.pollux.ui.kit.value.ValuePane;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;

/// Makes what is not on the screen yet, and lays it out once, out of sight, as soon as the first
/// screen can be used: the first grid and the first of each control take ten times as long as the
/// second.
///
/// It does so in the window itself, in which all of it stands and is taken away again before
/// anything is painted. JavaFX numbers the styles of a scene in the order of their coming: what was
/// styled in another scene is looked up in the window under numbers that mean something else there,
/// and JavaFX prints a warning for each.
public final class ScreenWarmUp {
  private static final int WIDTH = 1000;
  private static final int HEIGHT = 700;
  private final Deque<Runnable> steps = new ArrayDeque<>();
  private final CompletableFuture<Boolean> done = new CompletableFuture<>();
  private final StackPane place = new StackPane();
  private final Pane window;

  /// @param window what all of the window stands in
  /// @param making makes what is shown later, with one step each
  public ScreenWarmUp(Pane window, Words words, List<Runnable> making, List<Screen> screens) {
    this.window = window;
    place.setManaged(false);
    steps.add(() -> play(grid(words)));
    for (Screen screen : screens) {
      steps.add(screen::root);
      steps.add(() -> playUnlessShown(screen.root()));
    }
    steps.addAll(making);
  }

  /// One step after the other, with room for what the person does in between.
  public void start() {
    if (steps.isEmpty()) {
      done.complete(true);
      return;
    }
    Platform.runLater(() -> {
      Runnable step = steps.poll();
      if (step != null) {
        step.run();
      }
      start();
    });
  }

  /// Makes nothing any more: its screens are left.
  ///
  /// @return whether there was something left to make
  public boolean stop() {
    boolean early = !steps.isEmpty();
    steps.clear();
    return early;
  }

  public void whenDone(Runnable action) {
    var _ = done.thenRun(action);
  }

  /// A person may have gone to the screen already: it must not be taken away from them.
  private void playUnlessShown(Parent root) {
    if (root.getParent() == null) {
      play(root);
    }
  }

  private void play(Parent root) {
    place.getChildren().setAll(root);
    window.getChildren().add(place);
    place.resize(WIDTH, HEIGHT);
    place.applyCss();
    place.layout();
    window.getChildren().remove(place);
    place.getChildren().clear();
  }

  /// Nothing is copied out of sight.
  private static Runnable never(Runnable work, Runnable done, Consumer<Exception> failed) {
    return () -> {};
  }

  private static Parent grid(Words words) {
    List<GridColumn> columns =
        IntStream.range(0, 10)
            .mapToObj(i -> Field.of("column", i % 3 == 0 ? FieldType.INT64 : FieldType.STRING))
            .map(field -> GridColumn.at(field, 0))
            .toList();
    DataGrid grid = new DataGrid("rehearsal", words, ScreenWarmUp::never);
    grid.show(
        columns,
        (start, count, arrived, _) -> {
          arrived.accept(
              LongStream.range(start, start + count)
                  .mapToObj(n -> new Row(List.of(new Value.Scalar("rehearsal " + n))))
                  .toList());
          return () -> {};
        },
        400,
        _ -> {});
    return new SplitPane(
        grid.node(), new ValuePane("rehearsal-value", words, ScreenWarmUp::never).node());
  }
}
