package dev.pollux.ui.shell;

import dev.pollux.text.Words;
import dev.pollux.ui.feedback.MessageLog;
import dev.pollux.ui.kit.CommandCopy;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What was said so far, newest first.
final class MessagesView implements FloatingPanel {
  private static final double PADDING = 12;
  private final Words words;
  private final VBox root = new VBox(8);
  private final ListView<MessageLog.Message> list;
  private final DateTimeFormatter time;

  MessagesView(
      ObservableList<MessageLog.Message> messages, ShellController controller, Words words) {
    this.words = words;
    time =
        DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM)
            .withLocale(words.locale())
            .withZone(ZoneId.systemDefault());
    list = new ListView<>(messages);
    list.setId("messages-list");
    list.setAccessibleText(words.get("shell.messages.title"));
    list.setPlaceholder(new Label(words.get("shell.messages.none")));
    list.setCellFactory(_ -> new MessageCell());
    list.setPrefHeight(260);
    // A list stays with what it shows, so that what comes above it would be out of sight.
    messages.addListener((ListChangeListener<MessageLog.Message>) _ -> list.scrollTo(0));
    // A key brings an entry into sight by heights that the list guesses.
    list.setOnKeyReleased(_ -> {
      if (list.getFocusModel().getFocusedIndex() == 0) {
        list.scrollTo(0);
      }
    });
    Label title = new Label(words.get("shell.messages.title"));
    title.getStyleClass().add("heading");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button clear = new Button(words.get("shell.messages.clear"));
    clear.setOnAction(_ -> controller.onClearMessages());
    Button close = new Button(words.get("shell.messages.close"));
    close.setOnAction(_ -> controller.onMessages(false));
    HBox head = new HBox(8, title, space, clear, close);
    head.setAlignment(Pos.CENTER_LEFT);
    root.setId("messages");
    root.getStyleClass().addAll("card", "shell-messages");
    root.getChildren().addAll(head, list);
    root.setMaxSize(560, Region.USE_PREF_SIZE);
  }

  @Override
  public VBox root() {
    return root;
  }

  /// The arrow keys are in the list from the start.
  @Override
  public void open() {
    list.requestFocus();
    list.scrollTo(0);
  }

  private final class MessageCell extends ListCell<MessageLog.Message> {
    @Override
    protected void updateItem(MessageLog.Message message, boolean empty) {
      super.updateItem(message, empty);
      setGraphic(empty ? null : text(message));
    }

    /// A list asks for the height without a width, for which a text that wraps has one line.
    @Override
    protected double computePrefHeight(double width) {
      return getGraphic() == null
          ? super.computePrefHeight(width)
          : getGraphic().prefHeight(getListView().getWidth() - 40) + PADDING;
    }

    private Node text(MessageLog.Message message) {
      Label at = new Label(time.format(message.at()));
      at.getStyleClass().add("caption");
      Label what = new Label(message.text().what());
      what.getStyleClass().add("heading");
      Label why = new Label(message.text().why() + " " + message.text().next());
      Label details = new Label(message.text().details());
      details.getStyleClass().addAll("caption", "mono");
      for (Label label : new Label[] {what, why, details}) {
        label.setWrapText(true);
        label.maxWidthProperty().bind(getListView().widthProperty().subtract(40));
      }
      VBox all = new VBox(2, at, what, why);
      all.setPadding(new Insets(PADDING / 2, 0, PADDING / 2, 0));
      all.getChildren().addAll(CommandCopy.buttons(why.getText(), words));
      if (!details.getText().isEmpty()) {
        all.getChildren().add(details);
      }
      return all;
    }
  }
}
