package dev.pollux.ui.kit;

import atlantafx.base.layout.InputGroup;
import dev.pollux.text.Words;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.controlsfx.control.textfield.CustomTextField;
import org.controlsfx.control.textfield.TextFields;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The bar below a grid or a text in which one types what to find there. Enter goes on to the next
/// hit, Shift+Enter back, Escape closes it.
public final class FindBar {
  private final CustomTextField field = (CustomTextField) TextFields.createClearableTextField();
  private final Label found = new Label();
  private final HBox root = new HBox(8);
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();

  /// What the bar asks for.
  public interface Finder {
    void onText(String text);

    /// To the next hit, or to the one before, by 1 or -1.
    void onStep(int by);

    void onClosed();
  }

  public FindBar(String grid, Words words, Finder finder) {
    this(grid, words, "kit.find.prompt", finder);
  }

  /// @param prompt key of the words for what is typed
  public FindBar(String grid, Words words, String prompt, Finder finder) {
    field.setId(grid + "-find");
    field.setPromptText(words.get(prompt));
    field.setAccessibleText(words.get(prompt));
    field.setAccessibleHelp(words.get("kit.find.help"));
    field.setPrefColumnCount(18);
    field.textProperty().subscribe((_, text) -> finder.onText(text));
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.F3) {
            finder.onStep(key.isShiftDown() ? -1 : 1);
            key.consume();
          }
        });
    Button before = button(words.get("kit.find.before"), MaterialDesignC.CHEVRON_UP);
    before.setId(grid + "-find-before");
    before.setOnAction(_ -> finder.onStep(-1));
    Button next = button(words.get("kit.find.next"), MaterialDesignC.CHEVRON_DOWN);
    next.setId(grid + "-find-next");
    next.setOnAction(_ -> finder.onStep(1));
    Button close = button(words.get("kit.find.close"), MaterialDesignC.CLOSE);
    close.setId(grid + "-find-close");
    close.getStyleClass().add("flat");
    close.setOnAction(_ -> close(finder));
    found.setId(grid + "-found");
    found.getStyleClass().add("caption");
    found.setMaxWidth(Double.MAX_VALUE);
    found.setWrapText(true);
    found.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(found, Priority.ALWAYS);
    InputGroup group = new InputGroup(field, before, next);
    group.setMinWidth(Region.USE_PREF_SIZE);
    root.setId(grid + "-find-bar");
    root.getStyleClass().addAll("find-bar", "line-top");
    root.setAlignment(Pos.CENTER_LEFT);
    root.getChildren().addAll(group, found, close);
    Layers.lies(root, open, () -> close(finder));
  }

  private static Button button(String text, Ikon icon) {
    Button button = new Button("", new FontIcon(icon));
    button.setAccessibleText(text);
    button.setTooltip(new Tooltip(text));
    button.getStyleClass().add("button-icon");
    return button;
  }

  public Node node() {
    return root;
  }

  public ReadOnlyBooleanProperty isOpen() {
    return open.getReadOnlyProperty();
  }

  public void open() {
    open.set(true);
    field.requestFocus();
    field.selectAll();
  }

  private void close(Finder finder) {
    open.set(false);
    finder.onClosed();
  }

  public void say(String text) {
    found.setText(text);
  }

  public String text() {
    return field.getText();
  }
}
