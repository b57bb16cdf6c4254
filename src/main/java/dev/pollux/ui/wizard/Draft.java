package dev.pollux.ui.wizard;

/// What a person has entered so far, as text: it survives leaving the wizard and a restart.
/// `source` and `dataset` are `project.dataset.table` and `project.dataset`; `location` is empty
/// for the one that follows from the data.
public record Draft(
    String source,
    boolean template,
    String prompt,
    String system,
    String model,
    String dataset,
    String table,
    String location,
    String title) {}
