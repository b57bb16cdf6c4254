package dev.pollux.ui.results.summary;

import dev.pollux.ui.kit.FailureText;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the page says, and which bars are picked.
final class SummaryModel {
  /// The faces of the page.
  sealed interface Shown {
    /// The rows are being counted.
    record NotYet() implements Shown {}

    /// They were not counted.
    record Unknown(FailureText why) implements Shown {}

    record Known(SummaryFacts facts) implements Shown {}
  }

  private final ReadOnlyObjectWrapper<Shown> shown =
      new ReadOnlyObjectWrapper<>(new Shown.NotYet());
  private final ReadOnlyObjectWrapper<Narrowed> narrowed =
      new ReadOnlyObjectWrapper<>(Narrowed.NOTHING);

  private final ReadOnlyObjectWrapper<Optional<QuotesInRows.Found>> quotes =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /// What was found of the quotes in the rows; empty where none were asked for, and until it is
  /// known.
  ReadOnlyObjectProperty<Optional<QuotesInRows.Found>> quotes() {
    return quotes.getReadOnlyProperty();
  }

  void quotes(Optional<QuotesInRows.Found> found) {
    quotes.set(found);
  }

  ReadOnlyObjectProperty<Shown> shown() {
    return shown.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Narrowed> narrowed() {
    return narrowed.getReadOnlyProperty();
  }

  Optional<SummaryFacts> facts() {
    return shown.get() instanceof Shown.Known(SummaryFacts facts)
        ? Optional.of(facts)
        : Optional.empty();
  }

  void show(Shown what) {
    narrowed.set(Narrowed.NOTHING);
    shown.set(what);
  }

  void narrow(Narrowed how) {
    narrowed.set(how);
  }
}
