package dev.pollux.ui.kit;

import javafx.scene.Parent;

/// A screen that is made when it is shown for the first time.
public record LazyScreen(Lazy<? extends Screen> made) implements Screen {
  @Override
  public Parent root() {
    return made.get().root();
  }

  @Override
  public void activate() {
    made.get().activate();
  }

  @Override
  public void deactivate() {
    made.ifMade(Screen::deactivate);
  }

  @Override
  public void focus() {
    made.get().focus();
  }

  @Override
  public void find() {
    made.get().find();
  }

  @Override
  public void next() {
    made.get().next();
  }

  @Override
  public void back() {
    made.get().back();
  }
}
