package dev.pollux.app;

import dev.pollux.domain.Field;
import dev.pollux.domain.FieldType;
import dev.pollux.domain.Row;
import dev.pollux.domain.Value;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.AppTheme;
import dev.pollux.ui.kit.Screen;
import dev.pollux.ui.kit.grid.DataGrid;
import dev.pollux.ui.kit.grid.GridColumn;
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
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;

/// Lays out once, out of sight, what is not on the screen yet, while the cloud is being connected:
/// the first grid and the first of each control take ten times as long as the second.
///
/// To be held for as long as the screens are. JavaFX resets a node that moves in the colours of the
/// place where it was styled last, and holds that place weakly: a screen whose rehearsal is gone
/// knows no colours when it is shown first, and JavaFX prints a warning for each.
final class ScreenWarmUp {
  private final Deque<Runnable> steps = new ArrayDeque<>();
  private final CompletableFuture<Boolean> done = new CompletableFuture<>();
  private final StackPane stage = new StackPane();

  ScreenWarmUp(Words words, List<Screen> screens, String... rooms) {
    AppTheme.dress(new Scene(stage, 1000, 700), rooms);
    steps.add(() -> play(grid(words)));
    screens.forEach(screen -> steps.add(() -> playUnlessShown(screen.root())));
  }

  /// One step after the other, with room for what the person does in between.
  void start() {
    if (steps.isEmpty()) {
      done.complete(true);
      return;
    }
    Platform.runLater(() -> {
      steps.remove().run();
      start();
    });
  }

  /// The colours of a place that no window shows do not follow the theme by themselves.
  void themeChanged() {
    List<String> sheets = List.copyOf(stage.getScene().getStylesheets());
    stage.getScene().getStylesheets().clear();
    stage.getScene().getStylesheets().setAll(sheets);
    stage.applyCss();
  }

  void whenDone(Runnable action) {
    var _ = done.thenRun(action);
  }

  /// A person may have gone to the screen already: it must not be taken away from them.
  private void playUnlessShown(Parent root) {
    if (root.getParent() == null) {
      play(root);
    }
  }

  private void play(Parent root) {
    stage.getChildren().setAll(root);
    stage.snapshot(null, null);
    stage.getChildren().clear();
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
