package dev.pollux.domain;

/// The name of a dataset: `project.dataset`.
public record DatasetRef(String project, String dataset) {
  public DatasetRef {
    TableRef.requireProject(project);
    TableRef.requireDataset(dataset);
  }

  public TableRef table(String name) {
    return new TableRef(project, dataset, name);
  }

  @Override
  public String toString() {
    return project + "." + dataset;
  }
}
