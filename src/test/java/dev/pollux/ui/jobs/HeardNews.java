package dev.pollux.ui.jobs;

import java.util.List;

/// Keeps what the list told last.
final class HeardNews implements JobNews {
  List<Line> last = List.of();
  boolean on = true;

  @Override
  public void look(List<Line> lines) {
    last = List.copyOf(lines);
  }

  @Override
  public boolean isOn() {
    return on;
  }

  @Override
  public void setOn(boolean to) {
    on = to;
  }
}
