package dev.pollux.ui.shell;

import dev.pollux.text.Words;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// The rail on the left: four places, each an icon with its word.
final class RailView {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private final VBox root = new VBox(4);
  private final Map<ScreenId, Button> buttons = new EnumMap<>(ScreenId.class);
  private final Label badge = new Label();

  RailView(ShellController controller, Words words) {
    root.getStyleClass().addAll("shell-rail", "side", "line-right");
    add(ScreenId.TABLES, words.get("shell.rail.tables"), MaterialDesignT.TABLE, controller);
    add(ScreenId.WIZARD, words.get("shell.rail.wizard"), MaterialDesignP.PLUS, controller);
    add(
        ScreenId.JOBS,
        words.get("shell.rail.jobs"),
        MaterialDesignF.FORMAT_LIST_BULLETED,
        controller);
    add(ScreenId.RESULTS, words.get("shell.rail.results"), MaterialDesignT.TABLE_EYE, controller);
  }

  private void add(ScreenId place, String word, Ikon icon, ShellController controller) {
    FontIcon drawn = new FontIcon(icon);
    StackPane graphic = new StackPane(drawn);
    if (place == ScreenId.JOBS) {
      badge.getStyleClass().addAll("badge", "accent", "shell-badge");
      StackPane.setAlignment(badge, Pos.TOP_RIGHT);
      graphic.getChildren().add(badge);
    }
    Button button = new Button(word, graphic);
    button.setId("rail-" + place.name().toLowerCase(java.util.Locale.ROOT));
    button.setContentDisplay(ContentDisplay.TOP);
    button.getStyleClass().addAll("flat", "shell-place");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(_ -> controller.onShow(place));
    buttons.put(place, button);
    root.getChildren().add(button);
  }

  VBox root() {
    return root;
  }

  void bind(ShellModel model) {
    badge.textProperty().bind(Bindings.convert(model.running()));
    badge.visibleProperty().bind(model.running().greaterThan(0));
  }

  void unbind() {
    badge.textProperty().unbind();
    badge.visibleProperty().unbind();
  }

  void current(ScreenId place) {
    buttons.forEach((p, button) -> button.pseudoClassStateChanged(CURRENT, p == place));
  }
}
