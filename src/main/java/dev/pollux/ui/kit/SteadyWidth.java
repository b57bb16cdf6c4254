package dev.pollux.ui.kit;

import java.util.Collection;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ComboBox;

/// Keeps a box as wide as its widest entry needs, whichever is chosen: what stands beside it stays.
public final class SteadyWidth {
  /// What a box has besides the text: its padding and its arrow.
  private static final double AROUND = 48;

  private SteadyWidth() {}

  /// Its entries stay what they are, or become others, which may need more.
  public static <T> void of(ComboBox<T> box) {
    box.getItems().addListener((ListChangeListener<T>) _ -> of(box, box.getItems()));
    of(box, box.getItems());
  }

  /// @param all what may ever be among its entries
  public static <T> void of(ComboBox<T> box, Collection<T> all) {
    double widest =
        all.stream().map(box.getConverter()::toString).mapToDouble(TextWidth::of).max().orElse(0);
    box.setMinWidth(Math.max(box.getMinWidth(), Math.ceil(widest) + AROUND));
  }
}
