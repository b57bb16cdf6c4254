package dev.pollux.ui.shell;

import dev.pollux.text.Words;
import dev.pollux.ui.kit.Screen;
import dev.pollux.ui.kit.TabBar;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Help in four pages: the screen in front, the keys, the words of the trade, what is new.
final class HelpView implements FloatingPanel {
  private static final int WIDTH = 520;
  private static final int HEIGHT = 320;

  /// In the order of what they are needed for.
  private static final List<String> TERMS =
      List.of(
          "platform",
          "batch",
          "run",
          "request",
          "token",
          "thinking",
          "location",
          "dataset",
          "destination",
          "recipe",
          "adc",
          "sandbox");

  private final VBox root = new VBox(10);
  private final Button close = new Button();
  private final TabBar<HelpPage> pages = TabBar.underlined(HelpPage.SCREEN);
  private final ScrollPane scroll = new ScrollPane();
  private final ShellController controller;
  private final Words words;

  HelpView(ShellController controller, Words words) {
    this.controller = controller;
    this.words = words;
    Label title = new Label(words.get("shell.help.title"));
    title.getStyleClass().add("title");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    close.setText(words.get("shell.messages.close"));
    close.setId("help-close");
    close.setOnAction(_ -> controller.onHelp(false));
    HBox head = new HBox(8, title, space, close);
    head.setAlignment(Pos.CENTER_LEFT);
    for (HelpPage page : HelpPage.values()) {
      pages.add(page, "help-page-" + page.word(), words.get("help.page." + page.word()));
    }
    pages.chosen().subscribe(this::show);
    scroll.setFitToWidth(true);
    scroll.setPrefHeight(HEIGHT);
    scroll.getStyleClass().add("edge-to-edge");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    root.setId("help");
    root.getStyleClass().addAll("card", "shell-messages");
    TextField data = new TextField(controller.about().data());
    data.setEditable(false);
    data.setAccessibleText(words.get("shell.help.data"));
    Label version = new Label(controller.about().versions());
    version.setId("help-version");
    version.getStyleClass().add("caption");
    root.getChildren()
        .addAll(head, pages.node(), scroll, heading(words.get("shell.help.data")), data, version);
    root.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
  }

  private void show(HelpPage page) {
    VBox content =
        switch (page) {
          case SCREEN -> screen();
          case KEYS -> keys();
          case GLOSSARY -> glossary();
          case NEWS -> new VBox(10, wrapped(words.get("help.news.text")));
        };
    content.getStyleClass().add("settings-all");
    scroll.setContent(content);
    scroll.setVvalue(0);
  }

  private VBox screen() {
    String place = controller.place().get().name().toLowerCase(Locale.ROOT);
    return new VBox(
        16, wrapped(words.get("help.screen." + place)), wrapped(words.get("shell.help.text")));
  }

  private VBox keys() {
    GridPane keys = new GridPane(16, 4);
    for (Command command : controller.commands()) {
      if (!command.keys().isEmpty()) {
        key(keys, command.keyNames(words), command.label());
      }
    }
    key(keys, "Ctrl+K", words.get("shell.search"));
    key(keys, words.get("shell.help.escape-key"), words.get("shell.help.escape"));
    key(keys, "Ctrl+C", words.get("shell.help.copy"));
    key(keys, "\u21e7\u2191 \u21e7\u2193", words.get("shell.help.mark"));
    return new VBox(10, heading(words.get("shell.help.keys")), keys);
  }

  private VBox glossary() {
    VBox all = new VBox(10);
    for (String term : TERMS) {
      Label name = wrapped(words.get("help.term." + term));
      name.getStyleClass().add("heading");
      all.getChildren().add(new VBox(2, name, wrapped(words.get("help.meaning." + term))));
    }
    return all;
  }

  private static Label heading(String text) {
    Label heading = new Label(text);
    heading.getStyleClass().add("heading");
    return heading;
  }

  private static Label wrapped(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private static void key(GridPane keys, String key, String what) {
    Label name = new Label(key);
    name.getStyleClass().addAll("mono", "shell-keys");
    name.setMinWidth(Region.USE_PREF_SIZE);
    keys.addRow(keys.getRowCount(), name, wrapped(what));
  }

  @Override
  public VBox root() {
    return root;
  }

  /// Opens on the screen in front.
  @Override
  public void open() {
    pages.choose(HelpPage.SCREEN);
    show(HelpPage.SCREEN);
    Screen.focusOn(close);
  }
}
