package dev.pollux.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;

/// Base of the views: binds when its root enters a scene, unbinds when it leaves, so that no
/// listener outlives what it draws.
public abstract class View<R extends Parent> {
  private final R root;
  private final List<Runnable> undo = new ArrayList<>();

  protected View(R root) {
    this.root = root;
    root.sceneProperty()
        .subscribe((before, now) -> {
          if (before == null && now != null) {
            attach();
          } else if (before != null && now == null) {
            undo.forEach(Runnable::run);
            undo.clear();
          }
        });
  }

  public final R root() {
    return root;
  }

  /// Binds nodes to the model; what must be undone goes through [#onDetach].
  protected abstract void attach();

  /// For instance `onDetach(model.title().subscribe(label::setText)::unsubscribe)`.
  protected final void onDetach(Runnable action) {
    undo.add(action);
  }
}
