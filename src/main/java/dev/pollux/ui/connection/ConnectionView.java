package dev.pollux.ui.connection;

import dev.pollux.domain.Connection;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.View;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
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
  private final Label under = new Label();
  private final PopOver panel = new PopOver();

  ConnectionView(ConnectionModel model, ConnectionController controller, Words words) {
    super(new Button());
    this.model = model;
    this.words = words;
    sandbox = new SandboxSection(model, controller, words);
    google = new GoogleSection(model, controller, words);
    under.setId("connection-under-way");
    under.setWrapText(true);
    under.managedProperty().bind(under.visibleProperty());
    VBox content = new VBox(12, under, sandbox.root(), new Separator(), google.root());
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

  private void toggle() {
    if (panel.isShowing()) {
      panel.hide();
    } else {
      panel.show(root());
    }
  }

  @Override
  protected void attach() {
    onDetach(model.current().subscribe(this::show)::unsubscribe);
    onDetach(model.target().subscribe(this::showTarget)::unsubscribe);
    onDetach(sandbox.bind()::unsubscribe);
    onDetach(google.bind()::unsubscribe);
    onDetach(panel::hide);
  }

  private String name(Connection connection) {
    return connection.simulated()
        ? words.get("connection.chip.sandbox")
        : words.get("connection.chip.google", connection.project(), connection.location().id());
  }

  private void showTarget(Optional<Connection> target) {
    under.setText(target.map(to -> words.get("connection.under-way", name(to))).orElse(""));
    under.setVisible(target.isPresent());
  }

  private void show(Optional<Connection> current) {
    boolean simulated = current.filter(Connection::simulated).isPresent();
    String text = current.map(this::name).orElse(words.get("connection.chip.none"));
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
    panel.hide();
  }
}
