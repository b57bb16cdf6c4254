package dev.pollux.ui.connection;

import dev.pollux.domain.Connection;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.CommandCopy;
import dev.pollux.ui.kit.View;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// The chip, and the panel that it opens.
final class ConnectionView extends View<Button> {
  private final ConnectionModel model;
  private final Words words;
  private final SandboxSection sandbox;
  private final GoogleSection google;
  private final ReportPane report;
  private final ConnectionList list;
  private final Label under = new Label();
  private final Label failure = new Label();
  private final HBox commands = new HBox(8);
  private final PopOver panel = new PopOver();

  ConnectionView(ConnectionModel model, ConnectionController controller, Words words) {
    super(new Button());
    this.model = model;
    this.words = words;
    sandbox = new SandboxSection(model, controller, words);
    google = new GoogleSection(model, controller, words);
    report = new ReportPane(model, controller, words);
    under.setId("connection-under-way");
    under.setWrapText(true);
    under.managedProperty().bind(under.visibleProperty());
    list = new ConnectionList(model, controller, words);
    failure.setId("connection-failure");
    failure.setWrapText(true);
    failure.getStyleClass().add("problem");
    failure.managedProperty().bind(failure.visibleProperty());
    commands.managedProperty().bind(commands.visibleProperty());
    VBox one = wrapping(12, under, sandbox.root(), google.root(), failure, commands, report.root());
    one.getStyleClass().add("connection-one");
    HBox content = new HBox(16, list.root(), new Separator(Orientation.VERTICAL), one);
    HBox.setHgrow(one, Priority.ALWAYS);
    content.setId("connection-panel");
    content.getStyleClass().add("connection-panel");
    panel.setContentNode(content);
    panel.setArrowLocation(PopOver.ArrowLocation.TOP_LEFT);
    panel.setAnimated(false);
    panel.setDetachable(false);
    root().setId("connection-chip");
    root().getStyleClass().add("connection-chip");
    root().setOnAction(_ -> toggle());
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

  private void toggle() {
    if (panel.isShowing()) {
      panel.hide();
    } else {
      panel.show(root());
    }
  }

  @Override
  protected void attach() {
    onDetach(
        model
                .current()
                .subscribe(now -> {
                  show(now);
                  panel.hide();
                })
            ::unsubscribe);
    onDetach(model.target().subscribe(this::showTarget)::unsubscribe);
    onDetach(model.selected().subscribe(_ -> choose())::unsubscribe);
    onDetach(model.failure().subscribe(this::fail)::unsubscribe);
    onDetach(list.bind()::unsubscribe);
    onDetach(sandbox.bind()::unsubscribe);
    onDetach(google.bind()::unsubscribe);
    onDetach(report.bind()::unsubscribe);
    onDetach(panel::hide);
  }

  private void fail(String why) {
    failure.setText(why);
    failure.setVisible(!why.isEmpty());
    commands.getChildren().setAll(CommandCopy.buttons(why, words));
    commands.setVisible(!commands.getChildren().isEmpty());
  }

  private void choose() {
    for (Region region : new Region[] {sandbox.root(), google.root()}) {
      boolean shown = region.equals(sandbox.root()) == model.isSandboxSelected();
      region.setVisible(shown);
      region.setManaged(shown);
    }
  }

  private String name(Connection connection) {
    return connection.simulated()
        ? words.get("connection.chip.sandbox")
        : words.get("connection.chip.google", connection.project(), connection.location().id());
  }

  private void showTarget(Optional<Connection> target) {
    under.setText(target.map(to -> words.get("connection.under-way", name(to))).orElse(""));
    under.setVisible(target.isPresent());
    show(model.current().get());
  }

  private void show(Optional<Connection> current) {
    boolean simulated = current.filter(Connection::simulated).isPresent();
    boolean waits = current.isPresent() && !simulated && current.equals(model.target().get());
    String name = current.map(this::name).orElse(words.get("connection.chip.none"));
    String text = waits ? words.get("connection.chip.connecting", name) : name;
    root().setText(text);
    root().setAccessibleText(words.get("connection.chip.accessible", text));
    root()
        .setGraphic(
            new FontIcon(
                simulated
                    ? MaterialDesignF.FLASK_OUTLINE
                    : current.isPresent()
                        ? MaterialDesignC.CLOUD_OUTLINE
                        : MaterialDesignC.CLOUD_OFF_OUTLINE));
    root().getStyleClass().remove("simulated");
    if (simulated) {
      root().getStyleClass().add("simulated");
    }
  }
}
