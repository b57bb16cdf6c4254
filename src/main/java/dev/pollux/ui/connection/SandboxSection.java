package dev.pollux.ui.connection;

import dev.pollux.domain.connection.Connection;
import dev.pollux.text.Words;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The sandbox's half of the panel: what it is, its address, what goes wrong on purpose.
final class SandboxSection {
  private final ConnectionModel model;
  private final Words words;
  private final Button connect = new Button();
  private final Button test = new Button();
  private final TextField url = new TextField();
  private final FaultsPane faults;
  private final ConditionsPane conditions;
  private final TitledPane fold = new TitledPane();
  private final Label address = new Label();
  private final VBox root = new VBox(8);

  SandboxSection(ConnectionModel model, ConnectionController controller, Words words) {
    this.model = model;
    this.words = words;
    faults = new FaultsPane(controller, words);
    conditions = new ConditionsPane(controller, words);
    Label title = new Label(words.get("connection.sandbox.title"));
    title.getStyleClass().add("heading");
    Label text = new Label(words.get("connection.sandbox.text"));
    text.setWrapText(true);
    connect.setText(words.get("connection.sandbox.connect"));
    connect.setId("connection-sandbox");
    connect.setOnAction(_ -> controller.onSandbox());
    test.setText(words.get("connection.test.sandbox"));
    test.setId("connection-test-sandbox");
    test.setOnAction(_ -> controller.onTestSandbox());
    address.setText(words.get("connection.sandbox.address"));
    address.setLabelFor(url);
    url.setId("connection-url");
    url.setEditable(false);
    url.getStyleClass().add("mono");
    fold.setText(words.get("connection.faults.title"));
    Label project = new Label(words.get("connection.condition.title"));
    project.getStyleClass().add("heading");
    fold.setContent(new VBox(12, faults.root(), project, conditions.root()));
    fold.setExpanded(false);
    fold.setAnimated(false);
    fold.setId("connection-faults");
    fold.getStyleClass().add("dense");
    root.getChildren().addAll(title, text, address, url, fold, new HBox(8, connect, test));
  }

  VBox root() {
    return root;
  }

  Subscription bind() {
    test.visibleProperty().bind(model.testable());
    test.disableProperty().bind(model.testing());
    return Subscription.combine(
        model.sandbox().subscribe(this::show),
        model.target().subscribe(to -> connect.setDisable(isSandbox(to))),
        model.current().subscribe(now -> visible(connect, !isSandbox(now))));
  }

  private static boolean isSandbox(Optional<Connection> connection) {
    return connection.filter(Connection::simulated).isPresent();
  }

  private void show(Optional<SandboxControls> controls) {
    for (javafx.scene.Node node : new javafx.scene.Node[] {address, url, fold}) {
      visible(node, controls.isPresent());
    }
    controls.ifPresent(c -> {
      url.setText(c.restUrl());
      url.setAccessibleText(words.get("connection.sandbox.address"));
      faults.show(c.faults());
      conditions.show(c.conditions());
    });
  }

  private static void visible(javafx.scene.Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }
}
