package dev.pollux.ui.results.summary;

import javafx.scene.layout.Region;

/// The body of a bar: as long as its share of the longest one, and dark as far as it is chosen.
final class BarShape extends Region {
  private final Region whole = new Region();
  private final Region chosen = new Region();
  private final boolean upright;
  private double share;
  private double part;

  BarShape(boolean upright) {
    this.upright = upright;
    whole.getStyleClass().add("chart-whole");
    chosen.getStyleClass().add("chart-chosen");
    getChildren().addAll(whole, chosen);
  }

  /// @param newShare of the length there is, 0 to 1
  /// @param newPart of that length which is dark
  void show(double newShare, double newPart) {
    share = newShare;
    part = newPart;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    place(whole, share);
    place(chosen, part);
  }

  /// What is there at all is seen: by two pixels.
  private void place(Region bar, double of) {
    double room = upright ? getHeight() : getWidth();
    double length = of <= 0 ? 0 : Math.max(2, Math.round(of * room));
    if (upright) {
      bar.resizeRelocate(0, getHeight() - length, getWidth(), length);
    } else {
      bar.resizeRelocate(0, 0, length, getHeight());
    }
  }
}
