package dev.pollux.ui.shell;

import dev.pollux.text.Words;
import dev.pollux.ui.kit.Screen;
import dev.pollux.ui.kit.View;
import java.time.InstantSource;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/// The frame, with palette and messages floating above the screen in front.
final class ShellView extends View<StackPane> {
  private final ShellModel model;
  private final ShellController controller;
  private final BorderPane frame = new BorderPane();
  private final StackPane middle = new StackPane();
  private final RailView rail;
  private final StatusBarView status;
  private final PaletteView palette;
  private final MessagesView messages;
  private final HelpView help;

  ShellView(
      ShellModel model, ShellController controller, Words words, InstantSource clock, Node chip) {
    super(new StackPane());
    this.model = model;
    this.controller = controller;
    rail = new RailView(controller, words);
    status = new StatusBarView(model, controller, words, clock);
    palette = new PaletteView(controller, words);
    messages = new MessagesView(model.messages(), controller, words);
    help = new HelpView(controller, words);
    frame.setTop(new TopBarView(controller, words, chip).root());
    frame.setLeft(rail.root());
    frame.setCenter(middle);
    frame.setBottom(status.root());
    frame.getStyleClass().add("pane");
    StackPane.setAlignment(palette.root(), Pos.TOP_CENTER);
    StackPane.setMargin(palette.root(), new Insets(60, 0, 0, 0));
    StackPane.setAlignment(messages.root(), Pos.BOTTOM_RIGHT);
    StackPane.setMargin(messages.root(), new Insets(0, 16, 44, 0));
    StackPane.setAlignment(help.root(), Pos.TOP_RIGHT);
    StackPane.setMargin(help.root(), new Insets(56, 16, 0, 0));
    root().getChildren().addAll(frame, messages.root(), help.root(), palette.root());
    root().addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
  }

  @Override
  protected void attach() {
    rail.bind(model);
    onDetach(rail::unbind);
    status.bind(model);
    onDetach(status::unbind);
    onDetach(model.place().subscribe(rail::current)::unsubscribe);
    onDetach(model.screen().subscribe(this::showScreen)::unsubscribe);
    onDetach(model.paletteOpen().subscribe(this::showPalette)::unsubscribe);
    onDetach(model.helpOpen().subscribe(help::open)::unsubscribe);
    onDetach(model.messagesOpen().subscribe(messages.root()::setVisible)::unsubscribe);
  }

  private void showScreen(Optional<Screen> screen) {
    middle.getChildren().setAll(screen.map(Screen::root).stream().toList());
  }

  private void showPalette(boolean open) {
    palette.root().setVisible(open);
    if (open) {
      palette.open();
    }
  }

  private void onKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      if (controller.onEscape()) {
        event.consume();
      }
      return;
    }
    for (Command command : controller.commands()) {
      if (!command.keys().isEmpty() && combination(command.keys()).match(event)) {
        event.consume();
        command.action().run();
        return;
      }
    }
    if (new KeyCodeCombination(KeyCode.K, KeyCombination.SHORTCUT_DOWN).match(event)) {
      event.consume();
      controller.onPalette(!model.paletteOpen().get());
    }
  }

  private static KeyCombination combination(String keys) {
    return KeyCombination.valueOf(keys.replace("Ctrl", "Shortcut"));
  }
}
