package dev.pollux.ui.kit.grid;

import dev.pollux.domain.value.Value;
import dev.pollux.ui.kit.ValueText;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import dev.pollux.ui.kit.grid.rows.GridRow;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// One value on one line: numbers to the right, NULL unlike empty, grey while it is on its way.
final class ValueCell extends TableCell<GridRow, GridRow> {
  private static final PseudoClass NULL = PseudoClass.getPseudoClass("null");
  private static final PseudoClass COMING = PseudoClass.getPseudoClass("coming");
  private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");
  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
  private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");
  private final GridColumn column;
  private final Label runsOn = new Label("", new FontIcon(MaterialDesignC.CLOSE_CIRCLE));
  private @Nullable Node ownClip;
  private final FontIcon icon = new FontIcon(MaterialDesignA.ALERT_CIRCLE_OUTLINE);

  ValueCell(GridColumn column) {
    this.column = column;
    runsOn.setMinWidth(0);
    clipProperty().subscribe(this::onClip);
    if (column.isNumber()) {
      getStyleClass().add("number-cell");
    }
    if (!column.style().isEmpty()) {
      getStyleClass().addAll(column.style().split(" ", -1));
    }
  }

  @Override
  protected void updateItem(GridRow row, boolean empty) {
    super.updateItem(row, empty);
    boolean here = !empty && row != null;
    pseudoClassStateChanged(COMING, here && row.row().isEmpty());
    if (!here || row.row().isEmpty()) {
      pseudoClassStateChanged(NULL, false);
      alert("");
      explain("", "");
      setText(here ? "···" : "");
      return;
    }
    Value value = column.value().apply(row.row().get());
    pseudoClassStateChanged(NULL, ValueText.isNull(value));
    String alert = column.alert().apply(row.row().get());
    alert(alert);
    String text = ValueText.inline(column.field(), value);
    explain(text, alert.isEmpty() ? "" : column.why().apply(row.row().get()));
    if (alert.equals("failed")) {
      runsOn.setText(text);
      setText("");
      setGraphic(runsOn);
      setClip(null);
    } else {
      setText(text);
    }
  }

  /// Words that run on end in sight.
  ///
  /// @param room from the left edge of the cell to where the sight ends
  void runOnUpTo(double room) {
    double most = Math.max(0, room - snappedLeftInset() - snappedRightInset());
    if (runsOn.equals(getGraphic()) && runsOn.getMaxWidth() != most) {
      runsOn.setMaxWidth(most);
    }
  }

  /// The skin cuts a cell at its width; words that run on are to be seen beyond it.
  private void onClip(@Nullable Node clip) {
    if (clip != null) {
      ownClip = clip;
    }
    if (clip != null && Objects.equals(getGraphic(), runsOn)) {
      setClip(null);
    }
  }

  /// Says what is wrong by words too, in the tooltip and to people who cannot see it.
  private void explain(String text, String why) {
    setAccessibleText(why.isEmpty() ? null : text + " – " + why);
    if (why.isEmpty()) {
      setTooltip(null);
    } else {
      Tooltip tip = getTooltip() == null ? new Tooltip() : getTooltip();
      tip.setText(why);
      setTooltip(tip);
    }
  }

  private void alert(String alert) {
    pseudoClassStateChanged(PROBLEM, alert.equals("problem") || alert.equals("failed"));
    pseudoClassStateChanged(FAILED, alert.equals("failed"));
    pseudoClassStateChanged(WARNING, alert.equals("warning"));
    setGraphic(alert.isEmpty() ? null : icon);
    if (getClip() == null) {
      setClip(ownClip);
    }
  }
}
