package dev.pollux.ui.wizard.step;

import dev.pollux.ui.kit.TabBar;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;

/// A [TabBar] that shows a choice which is kept elsewhere: what a person chooses is told apart from
/// what is shown.
public final class ToggleChoice<T> {
  private final TabBar<T> bar;
  private boolean showing;

  private ToggleChoice(TabBar<T> bar, Consumer<T> chosen) {
    this.bar = bar;
    bar.chosen()
        .subscribe((_, now) -> {
          if (!showing) {
            chosen.accept(now);
          }
        });
  }

  /// Tabs with a line below the chosen one.
  ///
  /// @param chosen hears what a person chose, never what is shown
  public static <T> ToggleChoice<T> tabs(T first, Consumer<T> chosen) {
    return new ToggleChoice<>(TabBar.underlined(first), chosen);
  }

  /// Buttons side by side in one frame; see [#segments()].
  public static <T> ToggleChoice<T> segments(T first, Consumer<T> chosen) {
    return new ToggleChoice<>(new TabBar<>(first), chosen);
  }

  public ToggleButton add(T value, String id, String text) {
    ToggleButton button = bar.add(value, id, text);
    button.setMnemonicParsing(false);
    button.managedProperty().bind(button.visibleProperty());
    return button;
  }

  public ToggleButton button(T value) {
    return bar.button(value);
  }

  /// Shows what is chosen.
  public void show(T value) {
    showing = true;
    try {
      bar.choose(value);
    } finally {
      showing = false;
    }
  }

  public Node tabs() {
    return bar.node();
  }

  public Node segments() {
    return bar.segments();
  }
}
