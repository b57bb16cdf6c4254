package dev.pollux.ui.browser;

import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.ui.kit.FailureText;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What the Tables screen shows on its right side.
final class BrowserModel {
  /// The faces of the right side.
  sealed interface Shown {
    record Nothing() implements Shown {}

    /// Nothing can be read before that has come up.
    record Waiting(String what) implements Shown {}

    record Loading(TableRef ref) implements Shown {}

    /// @param listed the table whose rows are listed for it: itself, or the newest of a set; empty
    ///   where its rows need a query
    record Table(TableInfo info, Optional<TableInfo> listed) implements Shown {}

    record Failed(TableRef ref, FailureText why) implements Shown {}
  }

  private final ReadOnlyObjectWrapper<Shown> shown =
      new ReadOnlyObjectWrapper<>(new Shown.Nothing());
  private Shown face = new Shown.Nothing();
  private Optional<String> waiting = Optional.empty();
  private final ReadOnlyStringWrapper filter = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper searched = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<QueriedRows> preview =
      new ReadOnlyObjectWrapper<>(new QueriedRows.NotNeeded());
  private final ReadOnlyObjectWrapper<Optional<FailureText>> rowProblem =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  ReadOnlyObjectProperty<Shown> shown() {
    return shown.getReadOnlyProperty();
  }

  ReadOnlyStringProperty filter() {
    return filter.getReadOnlyProperty();
  }

  /// Why rows could not be read, while the table itself is known.
  ReadOnlyObjectProperty<Optional<FailureText>> rowProblem() {
    return rowProblem.getReadOnlyProperty();
  }

  void show(Shown what) {
    rowProblem.set(Optional.empty());
    face = what;
    showFace();
  }

  /// Says what is waited for in the place of what could not be shown yet; empty: nothing any more.
  void waitFor(Optional<String> what) {
    waiting = what;
    showFace();
  }

  private void showFace() {
    shown.set(
        switch (face) {
          case Shown.Nothing _, Shown.Loading _, Shown.Waiting _ ->
              waiting.<Shown>map(Shown.Waiting::new).orElse(face);
          case Shown.Table _, Shown.Failed _ -> face;
        });
  }

  void filter(String text) {
    searched.set("");
    filter.set(text);
  }

  /// What became of the last search in all projects; empty where there was none.
  ReadOnlyStringProperty searched() {
    return searched.getReadOnlyProperty();
  }

  void searched(String said) {
    searched.set(said);
  }

  /// Rows of the shown table that only a query reads.
  ReadOnlyObjectProperty<QueriedRows> preview() {
    return preview.getReadOnlyProperty();
  }

  void preview(QueriedRows how) {
    preview.set(how);
  }

  void rowProblem(FailureText why) {
    rowProblem.set(Optional.of(why));
  }

  /// Whether that table is shown, or on its way.
  boolean isAbout(TableRef table) {
    return switch (face) {
      case Shown.Table found -> found.info().ref().equals(table);
      case Shown.Loading loading -> loading.ref().equals(table);
      case Shown.Nothing _, Shown.Waiting _, Shown.Failed _ -> false;
    };
  }

  Optional<TableInfo> table() {
    return switch (shown.get()) {
      case Shown.Table table -> Optional.of(table.info());
      case Shown.Nothing _, Shown.Waiting _, Shown.Loading _, Shown.Failed _ -> Optional.empty();
    };
  }
}
