package dev.pollux.ui.shell;

import dev.pollux.text.Words;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.CustomTextField;
import org.controlsfx.control.textfield.TextFields;

/// All actions in one list that is filtered while one types.
final class PaletteView implements FloatingPanel {
  private final VBox root = new VBox();
  private final CustomTextField filter = (CustomTextField) TextFields.createClearableTextField();
  private final ListView<Command> list = new ListView<>();
  private final ShellController controller;

  PaletteView(ShellController controller, Words words) {
    this.controller = controller;
    filter.setId("palette-filter");
    filter.setPromptText(words.get("shell.palette.prompt"));
    filter.setAccessibleText(words.get("shell.palette.prompt"));
    filter.textProperty().subscribe(this::narrow);
    filter.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    list.setId("palette-list");
    list.setPlaceholder(new Label(words.get("shell.palette.none")));
    list.setFocusTraversable(false);
    list.setPrefHeight(280);
    list.setCellFactory(_ -> new CommandCell());
    list.setOnMouseClicked(_ -> perform());
    root.setId("palette");
    root.getStyleClass().addAll("card", "shell-palette");
    root.getChildren().addAll(filter, list);
    root.setMaxSize(520, Region.USE_PREF_SIZE);
  }

  @Override
  public VBox root() {
    return root;
  }

  @Override
  public void open() {
    filter.clear();
    narrow("");
    filter.requestFocus();
  }

  private void narrow(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    List<Command> fitting =
        controller.commands().stream()
            .filter(c -> c.label().toLowerCase(Locale.ROOT).contains(wanted))
            .toList();
    list.getItems().setAll(fitting);
    list.getSelectionModel().selectFirst();
  }

  private void onKey(KeyEvent event) {
    KeyCode code = event.getCode();
    if (code == KeyCode.DOWN) {
      list.getSelectionModel().selectNext();
    } else if (code == KeyCode.UP) {
      list.getSelectionModel().selectPrevious();
    } else if (code == KeyCode.ENTER) {
      perform();
    } else {
      return;
    }
    event.consume();
  }

  private void perform() {
    Command chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      controller.onPalette(false);
      chosen.action().run();
    }
  }

  private static final class CommandCell extends ListCell<Command> {
    @Override
    protected void updateItem(Command command, boolean empty) {
      super.updateItem(command, empty);
      if (empty) {
        setGraphic(null);
        return;
      }
      Region space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      Label keys = new Label(command.keys());
      keys.getStyleClass().add("caption");
      HBox line = new HBox(new Label(command.label()), space, keys);
      line.setAlignment(Pos.CENTER_LEFT);
      setGraphic(line);
    }
  }
}
