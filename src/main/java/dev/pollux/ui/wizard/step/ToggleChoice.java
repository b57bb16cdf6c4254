package dev.pollux.ui.wizard.step;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;

/// Buttons of which exactly one is chosen, as tabs or as segments. Clicks, space and the arrow keys
/// choose alike: what counts is which button is selected, not which event selected it.
public final class ToggleChoice<T> {
  private final ToggleGroup group = new ToggleGroup();
  private final Map<T, ToggleButton> buttons = new LinkedHashMap<>();
  private boolean showing;

  /// @param chosen hears what a person chose, never what is shown
  public ToggleChoice(Consumer<T> chosen) {
    group
        .selectedToggleProperty()
        .subscribe(toggle -> {
          if (toggle != null && !showing) {
            valueOf(toggle).ifPresent(chosen);
          }
        });
  }

  private Optional<T> valueOf(Object toggle) {
    return buttons.entrySet().stream()
        .filter(entry -> entry.getValue().equals(toggle))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  public ToggleButton add(T value, String id, String text) {
    ToggleButton button = new OneOfThem(text);
    button.setId(id);
    button.setMnemonicParsing(false);
    button.setToggleGroup(group);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.managedProperty().bind(button.visibleProperty());
    buttons.put(value, button);
    return button;
  }

  /// A second press does not take the choice back.
  private static final class OneOfThem extends ToggleButton {
    OneOfThem(String text) {
      super(text);
    }

    @Override
    public void fire() {
      if (!isSelected()) {
        super.fire();
      }
    }
  }

  public ToggleButton button(T value) {
    return Optional.ofNullable(buttons.get(value)).orElseThrow();
  }

  /// Shows what is chosen.
  public void show(T value) {
    showing = true;
    try {
      group.selectToggle(button(value));
    } finally {
      showing = false;
    }
  }

  /// The buttons as tabs, with a line below the chosen one.
  public Node tabs() {
    buttons.values().forEach(button -> button.getStyleClass().add("tab-button"));
    return new HBox(buttons.values().toArray(new Node[0]));
  }

  /// The buttons side by side in one frame.
  public Node segments() {
    SegmentedButton segments = new SegmentedButton(buttons.values().toArray(new ToggleButton[0]));
    segments.setToggleGroup(group);
    segments.setMinWidth(Region.USE_PREF_SIZE);
    return segments;
  }
}
