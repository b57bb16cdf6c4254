package dev.pollux.ui.catalog;

import dev.pollux.domain.table.TableKind;
import dev.pollux.domain.table.TableRef;
import java.util.Optional;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// A line of the tree: icon by kind, name, and where a dataset lives.
public final class CatalogCell extends TreeCell<CatalogNode> {
  private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");
  private final Function<TableRef, @Nullable ContextMenu> menu;
  private final FontIcon icon = new FontIcon();
  private final Label name = new Label();
  private final Label caption = new Label();
  private final HBox line = new HBox(6, icon, name, caption);
  // One for all lines that the cell shows: each has a window of its own.
  private final Tooltip whole = new Tooltip();

  /// @param menu makes the context menu of a table when somebody wants it; null where there is none
  public CatalogCell(Function<TableRef, @Nullable ContextMenu> menu) {
    this.menu = menu;
    name.setMaxWidth(Double.MAX_VALUE);
    name.setMinWidth(40);
    HBox.setHgrow(name, Priority.ALWAYS);
    caption.getStyleClass().add("caption");
    caption.setMinWidth(USE_PREF_SIZE);
    line.setAlignment(Pos.CENTER_LEFT);
    whole.setWrapText(true);
    whole.setMaxWidth(420);
    // Without it a long name makes the tree scroll sideways.
    setPrefWidth(0);
    setOnContextMenuRequested(this::onMenu);
    addEventFilter(MouseEvent.MOUSE_PRESSED, this::onPressed);
    addEventHandler(MouseEvent.MOUSE_CLICKED, this::onClicked);
  }

  /// A click on the name of what holds others opens or closes it, as a click on its arrow does.
  private void onClicked(MouseEvent click) {
    if (click.getClickCount() == 1 && isOnName(click)) {
      getTreeItem().setExpanded(!getTreeItem().isExpanded());
    }
  }

  /// The second click of two would take back what the first did.
  private void onPressed(MouseEvent press) {
    if (press.getClickCount() > 1 && isOnName(press)) {
      press.consume();
    }
  }

  private boolean isOnName(MouseEvent event) {
    return event.getButton() == MouseButton.PRIMARY
        && getTreeItem() != null
        && !getTreeItem().isLeaf()
        && event.getX() > line.getBoundsInParent().getMinX();
  }

  private void onMenu(ContextMenuEvent event) {
    Optional.ofNullable(getItem())
        .flatMap(CatalogNode::table)
        .flatMap(ref -> Optional.ofNullable(menu.apply(ref)))
        .ifPresent(made -> {
          event.consume();
          made.show(this, event.getScreenX(), event.getScreenY());
        });
  }

  private void say(String text) {
    whole.setText(text);
    setTooltip(whole);
  }

  @Override
  protected void updateItem(CatalogNode node, boolean empty) {
    super.updateItem(node, empty);
    setTooltip(null);
    setAccessibleText(node instanceof CatalogNode.Note note ? note.more() : null);
    pseudoClassStateChanged(PROBLEM, false);
    if (empty || node == null) {
      setGraphic(null);
      return;
    }
    name.setText(node.label());
    // A name is told by its ends, a sentence by its beginning.
    name.setTextOverrun(
        node instanceof CatalogNode.Note ? OverrunStyle.ELLIPSIS : OverrunStyle.CENTER_ELLIPSIS);
    caption.setText("");
    setGraphic(line);
    switch (node) {
      case CatalogNode.Root _ -> icon.setIconCode(MaterialDesignD.DATABASE);
      case CatalogNode.Shelf _ -> icon.setIconCode(MaterialDesignS.STAR_OUTLINE);
      case CatalogNode.Shelved t -> {
        icon.setIconCode(MaterialDesignT.TABLE);
        say(t.ref().toString());
      }
      case CatalogNode.Project _ -> icon.setIconCode(MaterialDesignD.DATABASE);
      case CatalogNode.DatasetNode d -> {
        icon.setIconCode(MaterialDesignF.FOLDER_OUTLINE);
        caption.setText(d.dataset().location().id());
        say(d.dataset().ref() + " · " + d.dataset().location().id());
      }
      case CatalogNode.TableNode t -> {
        icon.setIconCode(icon(t.entry().kind()));
        say(t.entry().ref().toString());
      }
      case CatalogNode.Note note -> {
        icon.setIconCode(MaterialDesignI.INFORMATION_OUTLINE);
        pseudoClassStateChanged(PROBLEM, note.problem());
        say(note.more());
      }
    }
  }

  private static Ikon icon(TableKind kind) {
    return switch (kind) {
      case TABLE, SNAPSHOT, OTHER -> MaterialDesignT.TABLE;
      case VIEW, MATERIALIZED_VIEW -> MaterialDesignE.EYE_OUTLINE;
      case EXTERNAL -> MaterialDesignT.TABLE_ARROW_LEFT;
      case SHARDS -> MaterialDesignT.TABLE_MULTIPLE;
    };
  }
}
