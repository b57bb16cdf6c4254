package dev.pollux.ui.browser.imports;

import dev.pollux.domain.table.Dataset;
import dev.pollux.imports.ImportPreview;
import dev.pollux.imports.SheetChoice;
import dev.pollux.imports.TextForm;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What is known of a file that is to become a table.
final class ImportModel {
  /// How far it is.
  sealed interface State {
    /// Nothing is imported.
    record Closed() implements State {}

    /// @param sheet of a workbook, if one was chosen
    record Looking(Path file, Optional<String> sheet) implements State {}

    /// It cannot be read like that; a sentence says why.
    ///
    /// @param text how text was read, which the person can change; empty where nothing would help
    /// @param sheets those of a workbook, of which another may be read
    record Unreadable(Path file, String why, Optional<TextForm> text, SheetChoice sheets)
        implements State {}

    /// The person can change how it is read, and say where to.
    ///
    /// @param problem why it did not become a table; empty where nobody tried
    record Choosing(ImportPreview preview, List<Dataset> datasets, Optional<String> problem)
        implements State {
      public Choosing {
        datasets = List.copyOf(datasets);
      }

      Choosing with(ImportPreview other) {
        return new Choosing(other, datasets, Optional.empty());
      }

      Choosing failed(String why) {
        return new Choosing(preview, datasets, Optional.of(why));
      }
    }

    /// @param rows of the file that were sent so far
    /// @param all whether these are all, and the table is being made of them
    record Sending(Choosing choosing, long rows, boolean all) implements State {}
  }

  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.Closed());

  ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  void go(State to) {
    state.set(to);
  }
}
