package dev.pollux.ui.connection;

import dev.pollux.settings.KeptConnection;
import dev.pollux.text.Words;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// One connection to Google: its name and colour, where it leads, and what is done with it.
final class GoogleSection {
  private final ConnectionModel model;
  private final Words words;
  private final Map<ConnectionField, TextField> fields = new EnumMap<>(ConnectionField.class);
  private final Map<ConnectionField, Label> problems = new EnumMap<>(ConnectionField.class);
  private final Map<KeptConnection.Hue, ToggleButton> hues =
      new EnumMap<>(KeptConnection.Hue.class);
  private final ToggleGroup hue = new ToggleGroup();
  private final Button test = new Button();
  private final Button forget = new Button();
  private final TitledPane more = new TitledPane();
  private final ProjectPicker picker;
  private final VBox root = new VBox(8);

  GoogleSection(ConnectionModel model, ConnectionController controller, Words words) {
    this.model = model;
    this.words = words;
    for (ConnectionField field : ConnectionField.values()) {
      TextField box = new TextField();
      box.setId("connection-" + field.key());
      box.setOnAction(_ -> controller.onGoogle(form()));
      Label problem = problem(field);
      fields.put(field, box);
      problems.put(field, problem);
      // What was said is of what stood there before.
      box.textProperty().subscribe(_ -> problem.setVisible(false));
    }
    picker =
        new ProjectPicker(
            model, () -> controller.onProjects(form()), field(ConnectionField.PROJECT), words);
    Label text = new Label(words.get("connection.google.text"));
    text.setWrapText(true);
    text.getStyleClass().add("caption");
    more.setId("connection-more");
    more.setText(words.get("connection.more"));
    more.setContent(grid(true));
    more.setExpanded(false);
    more.setAnimated(false);
    more.getStyleClass().add("dense");
    root.getChildren().addAll(text, hueRow(), grid(false), more, actions(controller));
  }

  private TextField field(ConnectionField field) {
    return Objects.requireNonNull(fields.get(field));
  }

  private HBox hueRow() {
    HBox row = new HBox(4);
    row.setAlignment(Pos.CENTER_LEFT);
    Label label = new Label(words.get("connection.hue.label"));
    label.getStyleClass().add("caption");
    row.getChildren().add(label);
    for (KeptConnection.Hue one : KeptConnection.Hue.values()) {
      String name = one.name().toLowerCase(Locale.ROOT);
      FontIcon icon = new FontIcon(MaterialDesignC.CIRCLE);
      icon.getStyleClass().add("hue-" + name);
      ToggleButton button = new ToggleButton("", icon);
      button.setId("connection-hue-" + name);
      button.setAccessibleText(words.get("connection.hue." + name));
      button.setToggleGroup(hue);
      button.getStyleClass().addAll("flat", "button-icon", "connection-hue");
      hues.put(one, button);
      row.getChildren().add(button);
    }
    return row;
  }

  /// Two fields side by side.
  private GridPane grid(boolean folded) {
    GridPane grid = new GridPane(12, 2);
    grid.getStyleClass().add(folded ? "connection-folded" : "connection-first");
    int at = 0;
    for (ConnectionField field : ConnectionField.values()) {
      if (field.isFolded() == folded) {
        grid.add(cell(field), at % 2, at / 2);
        at++;
      }
    }
    return grid;
  }

  private VBox cell(ConnectionField field) {
    Label label = new Label(words.get("connection.field." + field.key() + ".label"));
    label.setLabelFor(field(field));
    label.getStyleClass().add("caption");
    field(field).setPromptText(words.get("connection.field." + field.key() + ".prompt"));
    HBox line = new HBox(4, field(field));
    HBox.setHgrow(field(field), Priority.ALWAYS);
    VBox cell = new VBox(3, label, line, Objects.requireNonNull(problems.get(field)));
    cell.getStyleClass().add("connection-cell");
    if (field == ConnectionField.PROJECT) {
      line.getChildren().add(picker.button());
      cell.getChildren().add(picker.root());
    }
    return cell;
  }

  private HBox actions(ConnectionController controller) {
    Button connect = new Button(words.get("connection.google.connect"));
    connect.setId("connection-google");
    connect.getStyleClass().add("accent");
    connect.setOnAction(_ -> controller.onGoogle(form()));
    Button keep = new Button(words.get("connection.google.keep"));
    keep.setId("connection-keep");
    keep.setOnAction(_ -> controller.onKeep(form()));
    test.setText(words.get("connection.test.google"));
    test.setId("connection-test");
    test.setOnAction(_ -> controller.onTest(form()));
    forget.setText(words.get("connection.forget"));
    forget.setId("connection-forget");
    forget.getStyleClass().addAll("danger", "flat");
    forget.setOnAction(_ -> controller.onForget());
    return new HBox(8, connect, keep, test, forget);
  }

  VBox root() {
    return root;
  }

  Subscription bind() {
    test.visibleProperty().bind(model.testable());
    test.disableProperty().bind(model.testing());
    return Subscription.combine(
        picker.bind(),
        model.form().subscribe(this::show),
        model.selected().subscribe(name -> forget.setVisible(name.isPresent())),
        model.problems().subscribe(this::show));
  }

  private ConnectionForm form() {
    Map<ConnectionField, String> texts = new EnumMap<>(ConnectionField.class);
    fields.forEach((field, box) -> texts.put(field, box.getText()));
    return new ConnectionForm(
        hues.entrySet().stream()
            .filter(one -> one.getValue().isSelected())
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(KeptConnection.Hue.GREY),
        texts);
  }

  private void show(ConnectionForm form) {
    fields.forEach((field, box) -> box.setText(form.text(field)));
    hue.selectToggle(hues.get(form.hue()));
    more.setExpanded(
        fields.keySet().stream().anyMatch(f -> f.isFolded() && form.typed(f).isPresent()));
  }

  private void show(Map<ConnectionField, String> said) {
    problems.forEach((field, label) -> {
      String text = said.getOrDefault(field, "");
      label.setText(text);
      label.setVisible(!text.isEmpty());
    });
    if (said.keySet().stream().anyMatch(ConnectionField::isFolded)) {
      more.setExpanded(true);
    }
  }

  private static Label problem(ConnectionField field) {
    Label label = new Label();
    label.setId("connection-" + field.key() + "-problem");
    label.setWrapText(true);
    label.getStyleClass().addAll("connection-problem", "problem");
    // Its place is there before it is said: the buttons below stay where they are.
    label.setVisible(false);
    return label;
  }
}
