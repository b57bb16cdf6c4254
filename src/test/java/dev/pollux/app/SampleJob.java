package dev.pollux.app;

/// The first steps to a job over the speeches among the samples, as a person takes them in a window
/// that can be used.
///
/// @param hand takes them
record SampleJob(ScreenHand hand) {
  /// Opens the table, until its rows are there.
  void openTable() {
    hand.write("browser-filter", "sotu");
    hand.select("browser-tree", "sotu_passages");
    hand.awaitText("browser-grid", "George Washington");
  }

  /// Begins a job over the table that is open, until its columns are there.
  void begin() {
    hand.press("browser-new-job");
    hand.awaitText("wizard-source-columns", "president");
  }
}
