package dev.pollux.ui.kit;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;

/// Tabs of which one is chosen at any time: by a click, by the arrow keys, or by [#choose]. What a
/// tab shows follows [#chosen], since the arrow keys select a button without firing it.
///
/// @param <T> what a tab stands for; no two tabs are equal
public final class TabBar<T> {
  /// The style class of a tab with a line under it (`app.css`).
  private static final String UNDERLINED = "tab-button";

  private final ToggleGroup group = new ToggleGroup();
  private final HBox root = new HBox();
  private final Map<T, ToggleButton> buttons = new HashMap<>();
  private final ReadOnlyObjectWrapper<T> chosen;
  private final String[] styles;

  /// @param first the tab that is chosen to begin with; to be added like the others
  /// @param styles the style classes of the buttons
  public TabBar(T first, String... styles) {
    this.chosen = new ReadOnlyObjectWrapper<>(first);
    this.styles = styles.clone();
    root.setAlignment(Pos.CENTER_LEFT);
    group.selectedToggleProperty().addListener((_, before, now) -> onSelected(before, now));
  }

  /// Tabs with a line under the chosen one.
  public static <T> TabBar<T> underlined(T first) {
    return new TabBar<>(first, "flat", UNDERLINED);
  }

  public HBox node() {
    return root;
  }

  /// The same buttons side by side in one frame, in the place of [#node()]; all of them must have
  /// been added.
  public Node segments() {
    SegmentedButton segments = new SegmentedButton(root.getChildren().toArray(ToggleButton[]::new));
    segments.setToggleGroup(group);
    segments.setMinWidth(Region.USE_PREF_SIZE);
    return segments;
  }

  public ReadOnlyObjectProperty<T> chosen() {
    return chosen.getReadOnlyProperty();
  }

  /// Adds a tab on the right.
  public ToggleButton add(T tab, String id, String text) {
    ToggleButton button = new Tab(text);
    button.setId(id);
    button.setUserData(tab);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.getStyleClass().addAll(styles);
    button.setToggleGroup(group);
    buttons.put(tab, button);
    root.getChildren().add(button);
    button.setSelected(tab.equals(chosen.get()));
    return button;
  }

  /// A button that is as wide as it is when it is chosen, since its text is stronger then: those on
  /// its right stay where they are.
  private static final class Tab extends ToggleButton {
    Tab(String text) {
      super(text);
    }

    @Override
    protected double computePrefWidth(double height) {
      double now = super.computePrefWidth(height);
      boolean grows = !isSelected() && getStyleClass().contains(UNDERLINED);
      return grows
          ? now + Math.max(0, TextWidth.ofStrong(getText()) - TextWidth.of(getText()))
          : now;
    }
  }

  public ToggleButton button(T tab) {
    return Objects.requireNonNull(buttons.get(tab));
  }

  public void choose(T tab) {
    button(tab).setSelected(true);
  }

  @SuppressWarnings("unchecked") // [#add] put it there
  private void onSelected(@Nullable Toggle before, @Nullable Toggle now) {
    if (now != null) {
      chosen.set((T) now.getUserData());
    } else if (before != null) {
      before.setSelected(true); // a click on the chosen one does not take it back
    }
  }
}
