package dev.pollux.ui.shell;

import dev.pollux.text.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What Pollux is, its keys, where its data is kept, its version.
final class HelpView {
  private final VBox root = new VBox(10);
  private final Button close = new Button();

  HelpView(ShellController controller, Words words) {
    Label title = new Label(words.get("shell.help.title"));
    title.getStyleClass().add("title");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    close.setText(words.get("shell.messages.close"));
    close.setId("help-close");
    close.setOnAction(_ -> controller.onHelp(false));
    HBox head = new HBox(8, title, space, close);
    head.setAlignment(Pos.CENTER_LEFT);
    Label text = new Label(words.get("shell.help.text"));
    text.setWrapText(true);
    GridPane keys = new GridPane(16, 4);
    for (Command command : controller.commands()) {
      if (!command.keys().isEmpty()) {
        key(keys, command.keys(), command.label());
      }
    }
    key(keys, "Ctrl+K", words.get("shell.search"));
    key(keys, "Esc", words.get("shell.help.escape"));
    key(keys, "Ctrl+C", words.get("shell.help.copy"));
    key(keys, "\u21e7\u2191 \u21e7\u2193", words.get("shell.help.mark"));
    TextField data = new TextField(controller.about().data());
    data.setEditable(false);
    data.setAccessibleText(words.get("shell.help.data"));
    Label version = new Label(controller.about().versions());
    version.setId("help-version");
    version.getStyleClass().add("caption");
    root.setId("help");
    root.getStyleClass().addAll("card", "shell-messages");
    root.getChildren()
        .addAll(
            head,
            text,
            heading(words.get("shell.help.keys")),
            keys,
            heading(words.get("shell.help.data")),
            data,
            version);
    root.setMaxSize(520, Region.USE_PREF_SIZE);
  }

  private static Label heading(String text) {
    Label heading = new Label(text);
    heading.getStyleClass().add("heading");
    return heading;
  }

  private static void key(GridPane keys, String key, String what) {
    Label name = new Label(key);
    name.getStyleClass().addAll("mono", "shell-keys");
    keys.addRow(keys.getRowCount(), name, new Label(what));
  }

  VBox root() {
    return root;
  }

  void open() {
    close.requestFocus();
  }
}
