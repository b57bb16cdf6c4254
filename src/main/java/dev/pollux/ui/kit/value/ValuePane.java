package dev.pollux.ui.kit.value;

import dev.pollux.domain.value.FieldType;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.OffThread;
import dev.pollux.ui.kit.ValueText;
import dev.pollux.ui.kit.grid.copy.GridClipboard;
import dev.pollux.ui.kit.grid.rows.GridCell;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// The value of the selected cell, however long it is. A copy has it as it is.
public final class ValuePane {
  /// Its name and a line of the value.
  private static final double LEAST_HEIGHT = 110;

  private final Words words;
  private final Label name = new Label();
  private final Label about = new Label();
  private final TextReader text;
  private final ReaderTools tools;
  private final Button close = new Button("", new FontIcon(MaterialDesignC.CLOSE));
  private final Button copy = new Button("", new FontIcon(MaterialDesignC.CONTENT_COPY));
  private final VBox root = new VBox(8);
  private final HBox head = new HBox(8);
  private Optional<GridCell> shown = Optional.empty();
  private Consumer<Optional<GridCell>> onShown = _ -> {};
  private final GridClipboard clipboard;

  public ValuePane(String id, Words words, OffThread offThread) {
    this.words = words;
    this.text = new TextReader(id + "-text", words.get("kit.value.accessible"), words, offThread);
    this.tools = new ReaderTools(id, text, words);
    this.clipboard = new GridClipboard(words, offThread, about::setText);
    root.setId(id);
    name.getStyleClass().add("heading");
    about.getStyleClass().add("caption");
    VBox.setVgrow(text.node(), Priority.ALWAYS);
    copy.getStyleClass().addAll("flat", "button-icon");
    copy.setAccessibleText(words.get("kit.value.copy"));
    copy.setTooltip(new Tooltip(words.get("kit.value.copy")));
    close.setId(id + "-close");
    close.getStyleClass().addAll("flat", "button-icon");
    close.setAccessibleText(words.get("kit.value.close"));
    close.setTooltip(new Tooltip(words.get("kit.value.close")));
    close.setMinWidth(Region.USE_PREF_SIZE);
    copy.setId(id + "-copy");
    about.setWrapText(true);
    about.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(about, Priority.ALWAYS);
    copy.setMinWidth(Region.USE_PREF_SIZE);
    head.getChildren().addAll(name, about, tools.node(), copy, close);
    head.setAlignment(Pos.CENTER_LEFT);
    root.getChildren().addAll(head, text.node());
    root.getStyleClass().addAll("pane", "value-pane");
    root.setMinHeight(LEAST_HEIGHT);
    show(Optional.empty());
  }

  public Node node() {
    return root;
  }

  /// Lets a person see the whole row instead, as a list.
  ///
  /// @param columns those of the grid that are shown, from left to right
  public void offerRow(Supplier<List<GridColumn>> columns) {
    RowList list = new RowList(root.getId() + "-list", columns, words);
    VBox.setVgrow(list.node(), Priority.ALWAYS);
    ToggleButton whole = new ToggleButton("", new FontIcon(MaterialDesignF.FORMAT_LIST_BULLETED));
    whole.setId(root.getId() + "-row");
    whole.setAccessibleText(words.get("kit.row.show"));
    whole.setTooltip(new Tooltip(words.get("kit.row.show")));
    whole.getStyleClass().addAll("flat", "button-icon", "reader-tool");
    whole.setOnAction(_ -> {
      list.show(shown);
      root.getChildren().set(1, whole.isSelected() ? list.node() : text.node());
    });
    onShown = list::show;
    head.getChildren().add(head.getChildren().indexOf(tools.node()), whole);
  }

  /// @param action what the button in its corner does
  public void onClose(Runnable action) {
    close.setOnAction(_ -> action.run());
  }

  public void show(Optional<GridCell> cell) {
    shown = cell;
    onShown.accept(cell);
    copy.setDisable(cell.isEmpty());
    if (cell.isEmpty()) {
      name.setText("");
      about.setText(words.get("kit.value.none"));
      text.show(0, () -> TextReader.Content.plain(""));
      return;
    }
    GridCell c = cell.get();
    name.setText(c.field().name());
    about.setText(words.get("kit.value.about", c.field().typeName(), c.index() + 1));
    text.code(
        c.field().type() == FieldType.JSON
            || c.field().type() == FieldType.STRUCT
            || c.field().isRepeated());
    tools.renew();
    text.show(ValueText.size(c.value()), () -> TextReader.Content.of(c.field(), c.value()));
    copy.setOnAction(_ -> clipboard.copy(c, true));
  }
}
