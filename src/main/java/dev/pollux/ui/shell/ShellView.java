package dev.pollux.ui.shell;

import dev.pollux.text.Words;
import dev.pollux.ui.kit.Layers;
import dev.pollux.ui.kit.Screen;
import dev.pollux.ui.kit.View;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The frame, with palette and messages floating above the screen in front.
final class ShellView extends View<StackPane> {
  private final ShellModel model;
  private final ShellController controller;
  private final BorderPane frame = new BorderPane();
  private final ScrollPane middle = new ScrollPane();
  private final RailView rail;
  private final StatusBarView status;
  private final BannerView banner = new BannerView();
  private final PaletteView palette;
  private final MessagesView messages;
  private final HelpView help;
  private final SettingsPanel settings;
  private Optional<Node> before = Optional.empty();

  ShellView(
      ShellModel model,
      ShellController controller,
      Words words,
      InstantSource clock,
      Node chip,
      Screen all) {
    super(new StackPane());
    this.model = model;
    this.controller = controller;
    rail = new RailView(controller, words);
    status = new StatusBarView(model, controller, words, clock);
    palette = new PaletteView(controller, words);
    messages = new MessagesView(model.messages(), controller, words);
    help = new HelpView(controller, words);
    settings = new SettingsPanel(all, controller, words);
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
    panels().forEach(panel -> panel.setVisible(false));
    StackPane.setAlignment(palette.root(), Pos.TOP_CENTER);
    StackPane.setMargin(palette.root(), new Insets(60, 0, 0, 0));
    StackPane.setAlignment(messages.root(), Pos.BOTTOM_RIGHT);
    StackPane.setMargin(messages.root(), new Insets(0, 16, 44, 0));
    StackPane.setAlignment(help.root(), Pos.TOP_RIGHT);
    StackPane.setMargin(help.root(), new Insets(56, 16, 0, 0));
    StackPane.setAlignment(settings.root(), Pos.TOP_RIGHT);
    StackPane.setMargin(settings.root(), new Insets(56, 16, 44, 16));
    root().getChildren().add(frame);
    root().getChildren().addAll(panels());
    root().addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    Layers.floats(palette.root(), model.paletteOpen(), () -> controller.onPalette(false));
    Layers.floats(help.root(), model.helpOpen(), () -> controller.onHelp(false));
    Layers.floats(settings.root(), model.settingsOpen(), () -> controller.onSettings(false));
    Layers.floats(messages.root(), model.messagesOpen(), () -> controller.onMessages(false));
  }

  /// What floats, the topmost last.
  private List<Region> panels() {
    return List.of(messages.root(), settings.root(), help.root(), palette.root());
  }

  @Override
  protected void attach() {
    rail.bind(model);
    onDetach(rail::unbind);
    status.bind(model);
    onDetach(status::unbind);
    onDetach(model.place().subscribe(rail::current)::unsubscribe);
    onDetach(model.screen().subscribe(this::showScreen)::unsubscribe);
    onDetach(
        model.paletteOpen().subscribe(open -> show(open, palette.root(), palette::open))
            ::unsubscribe);
    onDetach(model.helpOpen().subscribe(open -> show(open, help.root(), help::open))::unsubscribe);
    onDetach(
        model.settingsOpen().subscribe(open -> show(open, settings.root(), settings::open))
            ::unsubscribe);
    onDetach(
        model.messagesOpen().subscribe(open -> show(open, messages.root(), messages::open))
            ::unsubscribe);
    onDetach(model.banner().subscribe(banner::show)::unsubscribe);
  }

  private void showScreen(Optional<Screen> screen) {
    middle.setContent(screen.map(Screen::root).orElse(null));
  }

  /// What floats takes the focus, and gives it back to where it was.
  private void show(boolean open, Node panel, Runnable opened) {
    if (open == panel.isVisible()) {
      return;
    }
    if (open) {
      @Nullable Node owner = root().getScene().getFocusOwner();
      if (owner != null && !floats(owner)) {
        before = Optional.of(owner);
      }
      panel.setVisible(true);
      opened.run();
    } else {
      boolean inside = panel.isFocusWithin();
      panel.setVisible(false);
      if (inside) {
        before
            .filter(node -> root().getScene().equals(node.getScene()))
            .ifPresent(Node::requestFocus);
      }
    }
  }

  private boolean floats(Node node) {
    for (@Nullable Node at = node; at != null; at = at.getParent()) {
      if (at instanceof Region region && panels().contains(region)) {
        return true;
      }
    }
    return false;
  }

  private void onKey(KeyEvent event) {
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
