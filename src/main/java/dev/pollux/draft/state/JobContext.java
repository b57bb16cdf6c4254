package dev.pollux.draft.state;

import dev.pollux.cost.Budget;
import dev.pollux.domain.Finding;
import dev.pollux.domain.connection.Connection;
import dev.pollux.domain.job.RunId;
import dev.pollux.models.ModelCatalog;
import dev.pollux.models.PriceList;
import dev.pollux.prompt.MarkKey;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What holds for every draft of a connection on a day.
///
/// @param budget the limits on what a job may cost
/// @param markKey the secret of this installation, from which marks around row data are made
/// @param run the id that the job has when it is sent; the request table is named by it
/// @param sandbox where the sandbox serves; empty for Google
public record JobContext(
    Connection connection,
    ModelCatalog catalog,
    PriceList prices,
    Budget budget,
    LocalDate today,
    MarkKey markKey,
    RunId run,
    Optional<URI> sandbox) {
  /// Files of the person's own that were left out, and why.
  public List<Finding> problems() {
    return Stream.of(catalog.problem(), prices.problem()).flatMap(Optional::stream).toList();
  }

  public JobContext withBudget(Budget limits) {
    return new JobContext(connection, catalog, prices, limits, today, markKey, run, sandbox);
  }

  /// @param id of the job after this one
  public JobContext next(RunId id, LocalDate day) {
    return new JobContext(connection, catalog, prices, budget, day, markKey, id, sandbox);
  }
}
