package dev.pollux.ui.wizard;

/// What a person has entered so far, as text: it survives leaving the wizard and a restart.
/// `source` and `dataset` are `project.dataset.table` and `project.dataset`; `location` is empty
/// for the one that follows from the data.
///
/// @param recipe what is asked, and of which model, as a `.pollux.json` file would have it
/// @param ownColumn whether the table's own requests are sent instead
public record Draft(
    String source,
    String recipe,
    boolean ownColumn,
    String dataset,
    String table,
    String location,
    String title) {}
