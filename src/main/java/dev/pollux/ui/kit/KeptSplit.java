package dev.pollux.ui.kit;

import java.util.function.DoubleSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/// Keeps the divider of a pane where a person left it. What a divider does by itself, when the
/// window changes, is not kept. Until a person does something in the pane it keeps its share of the
/// size, whichever size the pane is laid out at first: out of sight, or in a window that is still
/// on its way to its place.
public final class KeptSplit {
  /// A side that is narrower is out of reach.
  private static final double LEAST = 0.08;

  private final SplitPane pane;
  private final String id;
  private final DoubleSupplier atFirst;
  private boolean dragged;
  private boolean used;
  private boolean restoring;

  private KeptSplit(SplitPane pane, String id, DoubleSupplier atFirst) {
    this.pane = pane;
    this.id = id;
    this.atFirst = atFirst;
    pane.setId(id);
    pane.addEventFilter(
        MouseEvent.MOUSE_PRESSED,
        e -> {
          used = true;
          dragged = onDivider(e);
        });
    pane.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> keep());
    pane.addEventFilter(KeyEvent.KEY_PRESSED, _ -> used = true);
    pane.sceneProperty()
        .subscribe(scene -> {
          used = false;
          restoring = false;
          if (scene != null) {
            restore();
          }
        });
    pane.widthProperty().subscribe(_ -> resized());
    pane.heightProperty().subscribe(_ -> resized());
  }

  /// @param pane of two items; the second may come and go, see [#restore]
  /// @param id of the pane, under which the position is kept
  /// @param atFirst the position before anybody chose one, 0 to 1
  public static KeptSplit of(SplitPane pane, String id, double atFirst) {
    return new KeptSplit(pane, id, () -> atFirst);
  }

  /// The same, where the position depends on how large the pane is at that moment.
  public static KeptSplit of(SplitPane pane, String id, DoubleSupplier atFirst) {
    return new KeptSplit(pane, id, atFirst);
  }

  /// Puts the divider where it was left; to be called when an item was added.
  public void restore() {
    if (pane.getItems().size() > 1) {
      double kept = LayoutMemory.of(pane).split(id).orElseGet(atFirst);
      pane.setDividerPositions(Math.clamp(kept, LEAST, 1 - LEAST));
    }
  }

  // The pane spreads a change of its size over its sides while it is laid out. So the share comes
  // back after that, and before anything is painted.
  private void resized() {
    Scene scene = pane.getScene();
    if (scene != null && !used && !restoring) {
      restoring = true;
      scene.addPostLayoutPulseListener(
          new Runnable() {
            @Override
            public void run() {
              scene.removePostLayoutPulseListener(this);
              restoring = false;
              if (!used && scene.equals(pane.getScene())) {
                restore();
                pane.layout();
              }
            }
          });
    }
  }

  private void keep() {
    if (dragged && !pane.getDividers().isEmpty()) {
      LayoutMemory.of(pane).keepSplit(id, pane.getDividerPositions()[0]);
    }
    dragged = false;
  }

  /// A pane inside of this one has dividers of its own.
  private boolean onDivider(MouseEvent event) {
    Node at = event.getPickResult().getIntersectedNode();
    while (at != null && !at.getStyleClass().contains("split-pane-divider")) {
      at = at.getParent();
    }
    return at != null && pane.equals(at.getParent());
  }
}
