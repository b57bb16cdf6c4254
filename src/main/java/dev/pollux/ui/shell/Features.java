package dev.pollux.ui.shell;

import dev.pollux.domain.job.JobName;
import dev.pollux.domain.job.RunId;
import dev.pollux.domain.table.TableRef;
import dev.pollux.ui.kit.Screen;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;

/// The screens of one connection, and where each can be asked to go.
///
/// @param openTable shows a table in the browser
/// @param startWizard opens the wizard on a table, or with its draft when there is none
/// @param selectJob selects a job in the list
/// @param selectRun selects a run in the list, by the first of its attempts and parts
/// @param openResults shows the results of a job, with all of its run
/// @param openOwnResults shows the results of a job alone
/// @param running how many jobs can still change
/// @param updated when the jobs were last heard of
/// @param known the tables and jobs that the palette finds
/// @param importFile lets a person choose a file to make a table of
/// @param refresh asks the shown screen's data again
public record Features(
    Screen tables,
    Screen wizard,
    Screen jobs,
    Screen results,
    Consumer<TableRef> openTable,
    Consumer<Optional<TableRef>> startWizard,
    Consumer<JobName> selectJob,
    Consumer<RunId> selectRun,
    Consumer<JobName> openResults,
    Consumer<JobName> openOwnResults,
    ObservableValue<Number> running,
    ObservableValue<Optional<Instant>> updated,
    Supplier<List<KnownPlace>> known,
    Runnable importFile,
    Consumer<Screen> refresh) {
  Screen screen(ScreenId place) {
    return switch (place) {
      case TABLES -> tables;
      case WIZARD -> wizard;
      case JOBS -> jobs;
      case RESULTS -> results;
    };
  }
}
