package dev.pollux.ui.shell;

import dev.pollux.text.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/// The bar at the top: the twin star, the connection, the palette's door, settings.
final class TopBarView {
  private final HBox root = new HBox(12);

  TopBarView(ShellController controller, Words words, Node chip) {
    Label name = new Label("Pollux");
    name.getStyleClass().add("shell-name");
    name.setMinWidth(Region.USE_PREF_SIZE);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    root.getStyleClass().addAll("shell-top", "side", "line-bottom");
    root.setAlignment(Pos.CENTER_LEFT);
    root.getChildren()
        .addAll(
            twinStar(),
            name,
            chip,
            space,
            search(controller, words),
            help(controller, words),
            gear(controller, words));
  }

  HBox root() {
    return root;
  }

  private static Node twinStar() {
    SVGPath big = new SVGPath();
    big.setContent(
        "M9 1c.7 5 2.4 6.7 7.4 7.4C11.4 9.100 9.700 10.800 9 15.800 8.300 10.800 6.600 9.100 1.600 8.400 6.600 7.700 8.300 6 9 1z");
    big.getStyleClass().add("shell-star");
    SVGPath small = new SVGPath();
    small.setContent(
        "M4 0c.4 2.600 1.200 3.400 3.800 3.800C5.200 4.200 4.400 5 4 7.600 3.600 5 2.800 4.200.2 3.800 2.800 3.400 3.600 2.600 4 0z");
    small.getStyleClass().add("shell-twin");
    StackPane stars = new StackPane(big, small);
    StackPane.setAlignment(big, Pos.TOP_LEFT);
    StackPane.setAlignment(small, Pos.BOTTOM_RIGHT);
    stars.setMinSize(22, 22);
    stars.setMaxSize(22, 22);
    return stars;
  }

  private static Node search(ShellController controller, Words words) {
    Label keys = new Label("Ctrl K");
    keys.getStyleClass().addAll("mono", "shell-keys");
    keys.setMinWidth(Region.USE_PREF_SIZE);
    Label text = new Label(words.get("shell.search"), new FontIcon(MaterialDesignM.MAGNIFY));
    text.getStyleClass().add("quiet");
    HBox inside = new HBox(24, text, keys);
    inside.setAlignment(Pos.CENTER_LEFT);
    Button button = new Button("", inside);
    button.setId("shell-search");
    button.setAccessibleText(words.get("shell.search"));
    button.getStyleClass().add("shell-search");
    button.setOnAction(_ -> controller.onPalette(true));
    return button;
  }

  private static Node help(ShellController controller, Words words) {
    Button button = new Button("", new FontIcon(MaterialDesignH.HELP_CIRCLE_OUTLINE));
    button.setId("shell-help");
    button.setAccessibleText(words.get("shell.command.help"));
    button.setTooltip(new Tooltip(words.get("shell.command.help")));
    button.getStyleClass().addAll("flat", "button-icon");
    button.setOnAction(_ -> controller.onHelp(true));
    return button;
  }

  private static Node gear(ShellController controller, Words words) {
    MenuButton gear = new MenuButton("", new FontIcon(MaterialDesignC.COG));
    gear.setId("shell-settings");
    gear.setAccessibleText(words.get("shell.settings"));
    gear.setTooltip(new Tooltip(words.get("shell.settings")));
    gear.getStyleClass().addAll("flat", "no-arrow", "button-icon");
    MenuItem all = new MenuItem(words.get("shell.settings.open"));
    all.setId("shell-settings-all");
    all.setOnAction(_ -> controller.onSettings(true));
    gear.getItems().addAll(all, new SeparatorMenuItem());
    List<RadioMenuItem> themes =
        List.of("system", "light", "dark").stream()
            .map(theme ->
                choice(words.get("shell.theme." + theme), theme, () -> controller.onTheme(theme)))
            .toList();
    List<RadioMenuItem> languages =
        List.of("system", "en", "fr").stream()
            .map(language ->
                choice(
                    words.get("shell.language." + language),
                    language,
                    () -> controller.onLanguage(language)))
            .toList();
    gear.getItems().addAll(themes);
    gear.getItems().add(new SeparatorMenuItem());
    gear.getItems().addAll(languages);
    // Each time: the palette and the panel change them too.
    gear.setOnShowing(_ -> {
      select(themes, controller.theme());
      select(languages, controller.language());
    });
    return gear;
  }

  private static RadioMenuItem choice(String text, String value, Runnable chosen) {
    RadioMenuItem item = new RadioMenuItem(text);
    item.setUserData(value);
    item.setOnAction(_ -> chosen.run());
    return item;
  }

  private static void select(List<RadioMenuItem> items, String value) {
    items.forEach(item -> item.setSelected(value.equals(item.getUserData())));
  }
}
