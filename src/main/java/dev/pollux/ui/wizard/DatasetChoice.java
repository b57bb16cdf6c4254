package dev.pollux.ui.wizard;

import dev.pollux.domain.Dataset;
import dev.pollux.domain.Location;
import dev.pollux.domain.TableInfo;
import java.util.Comparator;
import java.util.Optional;

/// Which dataset is proposed for the answers.
final class DatasetChoice {
  private DatasetChoice() {}

  /// That of the draft; else the first where the source lives, but its own, which holds data, last.
  /// What a person chose stays.
  static void propose(WizardModel model) {
    if (model.dataset.get().isPresent()) {
      return;
    }
    Optional<TableInfo> source = model.table.get();
    Optional<Location> at = source.map(TableInfo::location);
    Optional<Dataset> drafted =
        model.datasets.stream()
            .filter(d -> d.ref().toString().equals(model.draftedDataset.get()))
            .findFirst();
    model.dataset.set(
        drafted.or(() ->
            model.datasets.stream()
                .filter(d -> at.isEmpty() || d.location().equals(at.get()))
                .min(Comparator.comparingInt(d -> holds(d, source) ? 1 : 0))));
  }

  private static boolean holds(Dataset dataset, Optional<TableInfo> source) {
    return source.filter(info -> info.ref().datasetRef().equals(dataset.ref())).isPresent();
  }
}
