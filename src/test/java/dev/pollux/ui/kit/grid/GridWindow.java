package dev.pollux.ui.kit.grid;

import dev.pollux.text.Words;
import dev.pollux.ui.kit.AppTheme;
import dev.pollux.ui.kit.AtOnce;
import java.util.Locale;
import java.util.function.Function;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// A window with a grid in it, dressed as the program's.
final class GridWindow {
  private GridWindow() {}

  static DataGrid open(Stage stage) {
    return open(stage, grid -> new StackPane(grid.node()));
  }

  /// @param root what stands in the window, made of the grid
  static DataGrid open(Stage stage, Function<DataGrid, Parent> root) {
    DataGrid grid = new DataGrid("grid", new Words(Locale.ENGLISH), new AtOnce());
    AppTheme.loadFonts();
    AppTheme.theme(Boolean.getBoolean("pollux.dark"));
    Scene scene = new Scene(root.apply(grid), 700, 400);
    AppTheme.dress(scene);
    stage.setScene(scene);
    stage.show();
    return grid;
  }
}
