package dev.pollux.ui.connection;

import dev.pollux.domain.connection.Connection;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.AfterFrame;
import dev.pollux.ui.kit.CommandCopy;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// What the chip opens: the connections that are kept, and the one that is looked at.
final class ConnectionPanel {
  /// Pixels of the window above and below what is scrolled: the chip, the arrow and the frame.
  private static final double AROUND = 120;

  private static final double LEAST = 200;
  private final ConnectionModel model;
  private final Words words;
  private final SandboxSection sandbox;
  private final GoogleSection google;
  private final ReportPane report;
  private final ConnectionList list;
  private final Label under = new Label();
  private final Label failure = new Label();
  private final HBox commands = new HBox(8);
  private final ScrollPane scroll;
  private final HBox root = new HBox(16);

  ConnectionPanel(ConnectionModel model, ConnectionController controller, Words words) {
    this.model = model;
    this.words = words;
    sandbox = new SandboxSection(model, controller, words);
    google = new GoogleSection(model, controller, words);
    report = new ReportPane(model, controller, words);
    list = new ConnectionList(model, controller, words);
    under.setId("connection-under-way");
    under.setWrapText(true);
    under.managedProperty().bind(under.visibleProperty());
    failure.setId("connection-failure");
    failure.setWrapText(true);
    failure.getStyleClass().add("problem");
    failure.managedProperty().bind(failure.visibleProperty());
    commands.managedProperty().bind(commands.visibleProperty());
    VBox one = wrapping(12, under, sandbox.root(), google.root(), failure, commands, report.root());
    one.getStyleClass().add("connection-one");
    scroll = new ScrollPane(one);
    scroll.setId("connection-scroll");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().addAll("edge-to-edge", "connection-scroll");
    HBox.setHgrow(scroll, Priority.ALWAYS);
    root.getChildren().addAll(list.root(), new Separator(Orientation.VERTICAL), scroll);
    // A key that nothing here has a use for would go on to the chip below, and close the panel.
    root.addEventHandler(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) {
            key.consume();
          }
        });
    root.setId("connection-panel");
    root.getStyleClass().add("connection-panel");
  }

  HBox root() {
    return root;
  }

  /// What there is no room for below the chip is scrolled.
  ///
  /// @param window pixels of the window that it hangs in
  void fit(double window) {
    scroll.setMaxHeight(Math.max(LEAST, window - AROUND));
  }

  /// A panel asks for a height before it gives a width, and texts that are wrapped then answer with
  /// one line.
  static VBox wrapping(double gap, Node... nodes) {
    return new VBox(gap, nodes) {
      @Override
      protected double computePrefHeight(double width) {
        return super.computePrefHeight(width < 0 ? prefWidth(-1) : width);
      }
    };
  }

  Subscription bind() {
    return Subscription.combine(
        model.target().subscribe(this::showTarget),
        model.selected().subscribe(_ -> choose()),
        model.failure().subscribe(this::fail),
        model.report().subscribe((_, found) -> found.ifPresent(_ -> showReport())),
        list.bind(),
        sandbox.bind(),
        google.bind(),
        report.bind());
  }

  private void showTarget(Optional<Connection> target) {
    ConnectionNames names = new ConnectionNames(words);
    under.setText(target.map(to -> words.get("connection.under-way", names.of(to))).orElse(""));
    under.setVisible(target.isPresent());
  }

  private void fail(String why) {
    failure.setText(why);
    failure.setVisible(!why.isEmpty());
    commands.getChildren().setAll(CommandCopy.buttons(why, words));
    commands.setVisible(!commands.getChildren().isEmpty());
  }

  /// What a test has found stands last: where that is out of sight, nobody would know of it.
  private void showReport() {
    AfterFrame.run(() -> scroll.setVvalue(scroll.getVmax()));
  }

  private void choose() {
    for (Region region : new Region[] {sandbox.root(), google.root()}) {
      boolean shown = region.equals(sandbox.root()) == model.isSandboxSelected();
      region.setVisible(shown);
      region.setManaged(shown);
    }
  }
}
