package dev.pollux.domain.table;

import java.util.Optional;

/// The name of a dataset: `project.dataset`.
public record DatasetRef(String project, String dataset) {
  public DatasetRef {
    TableRef.requireProject(project);
    TableRef.requireDataset(dataset);
  }

  /// Reads `project.dataset`, as programs write it; empty when it is none.
  public static Optional<DatasetRef> parse(String text) {
    int dot = text.lastIndexOf('.');
    return dot > 0
            && TableRef.isProject(text.substring(0, dot))
            && TableRef.isDataset(text.substring(dot + 1))
        ? Optional.of(new DatasetRef(text.substring(0, dot), text.substring(dot + 1)))
        : Optional.empty();
  }

  public TableRef table(String name) {
    return new TableRef(project, dataset, name);
  }

  @Override
  public String toString() {
    return project + "." + dataset;
  }
}
