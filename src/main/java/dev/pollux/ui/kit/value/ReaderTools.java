package dev.pollux.ui.kit.value;

import dev.pollux.text.Words;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/// What one does with a text that is read, as buttons: fold, wrap, find.
public final class ReaderTools {
  private final ToggleButton fold = new ToggleButton();
  private final HBox root;

  /// @param id what the ids of the buttons begin with
  public ReaderTools(String id, TextReader reader, Words words) {
    dress(fold, id + "-fold", words.get("kit.read.fold"), MaterialDesignU.UNFOLD_LESS_HORIZONTAL);
    fold.setOnAction(_ -> reader.foldAll(fold.isSelected()));
    fold.visibleProperty().bind(reader.foldable());
    fold.managedProperty().bind(fold.visibleProperty());
    reader.foldable().subscribe(() -> fold.setSelected(false));
    ToggleButton wrap = new ToggleButton();
    dress(wrap, id + "-wrap", words.get("kit.read.wrap"), MaterialDesignW.WRAP);
    wrap.selectedProperty().bindBidirectional(reader.wraps());
    Button find = new Button();
    dress(find, id + "-look", words.get("kit.read.find"), MaterialDesignM.MAGNIFY);
    find.setOnAction(_ -> reader.find());
    root = new HBox(2, fold, wrap, find);
    root.setAlignment(Pos.CENTER_LEFT);
    root.setMinWidth(Region.USE_PREF_SIZE);
  }

  private static void dress(ButtonBase button, String id, String what, Ikon icon) {
    button.setId(id);
    button.setGraphic(new FontIcon(icon));
    button.setAccessibleText(what);
    button.setTooltip(new Tooltip(what));
    button.getStyleClass().addAll("flat", "button-icon", "reader-tool");
  }

  public Node node() {
    return root;
  }

  /// Another text is shown, with nothing folded.
  public void renew() {
    fold.setSelected(false);
  }
}
