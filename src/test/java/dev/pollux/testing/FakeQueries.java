package dev.pollux.testing;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Queries;
import dev.pollux.cloud.Query;
import dev.pollux.cloud.QueryResult;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Answers each query with what was prepared, and remembers what was asked, by job id. With a
/// catalogue it makes the tables that `CREATE TABLE` asks for, and refuses those that are there.
public final class FakeQueries implements Queries {
  private static final Pattern CREATE = Pattern.compile("CREATE TABLE `([^`]+)`.*", Pattern.DOTALL);

  /// What really ran: a job id runs once, as in the cloud.
  public final Map<String, Query> ran = Collections.synchronizedMap(new LinkedHashMap<>());

  /// What a person agreed to pay for at most, by job id.
  public final Map<String, Long> ceilings = Collections.synchronizedMap(new LinkedHashMap<>());

  public int calls;

  /// How many rows a table has that a query makes.
  public long made = 1;

  public QueryResult result = new QueryResult(new TableSchema(List.of()), List.of());
  public DryRun dryRun = new DryRun(0, new TableSchema(List.of()));

  /// What a query would be billed for, whatever its dry run said.
  public long billed;

  /// The answer to how many rows make how many different requests.
  public QueryResult distinct =
      new QueryResult(
          new TableSchema(List.of()),
          List.of(
              new Row(
                  List.of(new Value.Scalar("1"), new Value.Scalar("1"), new Value.Scalar("0")))));

  public Optional<CloudException> failure = Optional.empty();

  /// Thrown by the next query after it ran: its answer is lost.
  public Optional<CloudException> loseNextAnswer = Optional.empty();

  /// The person stops the next query: before it ran, or after.
  public boolean interrupted;

  public boolean interruptedLate;
  private final Optional<FakeCatalog> catalog;

  public FakeQueries() {
    this.catalog = Optional.empty();
  }

  public FakeQueries(FakeCatalog catalog) {
    this.catalog = Optional.of(catalog);
  }

  @Override
  public synchronized QueryResult run(Query query, String jobId)
      throws CloudException, InterruptedException {
    if (jobId.startsWith("pollux_distinct_")) {
      return distinct;
    }
    calls++;
    if (interrupted) {
      throw new InterruptedException();
    }
    if (failure.isPresent()) {
      throw failure.get();
    }
    if (!ran.containsKey(jobId)) {
      makeTable(query);
      ran.put(jobId, query);
    }
    if (interruptedLate) {
      throw new InterruptedException();
    }
    if (loseNextAnswer.isPresent()) {
      CloudException lost = loseNextAnswer.get();
      loseNextAnswer = Optional.empty();
      throw lost;
    }
    return result;
  }

  @Override
  public QueryResult run(Query query, String jobId, long mostBilled)
      throws CloudException, InterruptedException {
    ceilings.put(jobId, mostBilled);
    if (billed > mostBilled) {
      throw new CloudException.Invalid(
          "Query exceeded limit for bytes billed: " + mostBilled, "bytesBilledLimitExceeded", null);
    }
    return run(query, jobId);
  }

  private void makeTable(Query query) throws CloudException {
    Matcher create = CREATE.matcher(query.sql());
    if (catalog.isEmpty() || !create.matches()) {
      return;
    }
    TableRef table = TableRef.parse(create.group(1)).orElseThrow();
    if (catalog.get().tables.containsKey(table)) {
      throw new CloudException.Invalid("Already Exists: Table " + table, "duplicate", null);
    }
    catalog.get().table(table.dataset(), table.table(), made);
  }

  @Override
  public boolean stop(Location location, String jobId) throws CloudException {
    if (failure.filter(CloudException::healable).isPresent()) {
      throw failure.get();
    }
    return ran.containsKey(jobId);
  }

  @Override
  public DryRun dryRun(Query query) throws CloudException {
    if (failure.isPresent()) {
      throw failure.get();
    }
    return dryRun;
  }
}
