package dev.pollux.ui.shell;

import dev.pollux.text.Words;
import dev.pollux.ui.kit.Screen;
import dev.pollux.ui.kit.View;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The frame, with palette and messages floating above the screen in front.
final class ShellView extends View<StackPane> {
  private final ShellModel model;
  private final ShellController controller;
  private final BorderPane frame = new BorderPane();
  private final ScrollPane middle = new ScrollPane();
  private final RailView rail;
  private final StatusBarView status;
  private final BannerView banner = new BannerView();
  private final FloatingPanels panels = new FloatingPanels(root());

  ShellView(
      ShellModel model, ShellController controller, Words words, Node chip, Supplier<Screen> all) {
    super(new StackPane());
    this.model = model;
    this.controller = controller;
    rail = new RailView(controller, words);
    status = new StatusBarView(model, controller, words);
    frame.setTop(new VBox(new TopBarView(controller, words, chip).root(), banner.root()));
    frame.setLeft(rail.root());
    // In a window that is smaller than a screen needs, that screen is scrolled and the frame stays.
    middle.setFitToWidth(true);
    middle.setFitToHeight(true);
    middle.setFocusTraversable(false);
    middle.getStyleClass().add("edge-to-edge");
    frame.setCenter(middle);
    frame.setBottom(status.root());
    frame.getStyleClass().add("pane");
    root().getChildren().add(frame);
    root().addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    panels.add(
        () -> new MessagesView(model.messages(), controller, words),
        Pos.BOTTOM_RIGHT,
        new Insets(0, 16, 44, 0),
        model.messagesOpen(),
        () -> controller.onMessages(false));
    panels.add(
        () -> new SettingsPanel(all.get(), controller, words),
        Pos.TOP_RIGHT,
        new Insets(56, 16, 44, 16),
        model.settingsOpen(),
        () -> controller.onSettings(false));
    panels.add(
        () -> new HelpView(controller, words),
        Pos.TOP_RIGHT,
        new Insets(56, 16, 44, 16),
        model.helpOpen(),
        () -> controller.onHelp(false));
    panels.add(
        () -> new PaletteView(controller, words),
        Pos.TOP_CENTER,
        new Insets(60, 0, 0, 0),
        model.paletteOpen(),
        () -> controller.onPalette(false));
  }

  @Override
  protected void attach() {
    rail.bind(model);
    onDetach(rail::unbind);
    status.bind(model);
    onDetach(status::unbind);
    controller.onShown();
    onDetach(controller::onHidden);
    onDetach(model.place().subscribe(rail::current)::unsubscribe);
    onDetach(model.screen().subscribe(this::showScreen)::unsubscribe);
    onDetach(panels.follow()::unsubscribe);
    onDetach(model.banner().subscribe(banner::show)::unsubscribe);
  }

  private void showScreen(Optional<Screen> screen) {
    middle.setContent(screen.map(Screen::root).orElse(null));
  }

  /// What is made when it is first opened, made ahead: one panel with each step.
  List<Runnable> making() {
    return panels.making();
  }

  private void onKey(KeyEvent event) {
    for (Command command : controller.commands()) {
      if (command.offered()
          && !command.keys().isEmpty()
          && combination(command.keys()).match(event)) {
        event.consume();
        // What lies above a screen that is left would hide the one that comes.
        controller.onPalette(false);
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
