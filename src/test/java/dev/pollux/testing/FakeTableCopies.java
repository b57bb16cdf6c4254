package dev.pollux.testing;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.TableCopies;
import dev.pollux.domain.table.TableCopy;
import dev.pollux.domain.table.TableInfo;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Copies tables of a catalogue in memory: a job id copies once, as in the cloud.
public final class FakeTableCopies implements TableCopies {
  /// What was really copied, by job id.
  public final Map<String, TableCopy> made = new LinkedHashMap<>();

  public int calls;
  public Optional<CloudException> failure = Optional.empty();

  /// Thrown by the next copy after it was made: its answer is lost.
  public Optional<CloudException> loseNextAnswer = Optional.empty();

  /// The person stops waiting, while the copy is being made.
  public boolean interrupted;

  /// Nobody can tell what became of a copy.
  public Optional<CloudException> untold = Optional.empty();

  // Ids that are taken, where no copy had them.
  private final Set<String> settled = new HashSet<>();
  private final FakeCatalog catalog;

  public FakeTableCopies(FakeCatalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public void run(TableCopy copy, String jobId, Map<String, String> labels)
      throws CloudException, InterruptedException {
    calls++;
    if (failure.isPresent()) {
      throw failure.get();
    }
    if (settled.contains(jobId) && !made.containsKey(jobId)) {
      throw new CloudException.Invalid("the copy " + jobId + " was given up before", "", null);
    }
    if (!made.containsKey(jobId)) {
      TableInfo from = catalog.tables.get(copy.from());
      if (from == null) {
        throw new CloudException.NotFound("Not found: Table " + copy.from(), "notFound", null);
      }
      if (catalog.tables.containsKey(copy.to())) {
        throw new CloudException.Invalid("Already Exists: Table " + copy.to(), "duplicate", null);
      }
      catalog.table(copy.to().dataset(), copy.to().table(), from.rows());
      made.put(jobId, copy);
    }
    if (interrupted) {
      throw new InterruptedException();
    }
    if (loseNextAnswer.isPresent()) {
      CloudException lost = loseNextAnswer.get();
      loseNextAnswer = Optional.empty();
      throw lost;
    }
  }

  @Override
  public boolean settle(TableCopy copy, String jobId) throws CloudException {
    if (untold.isPresent()) {
      throw untold.get();
    }
    settled.add(jobId);
    return made.containsKey(jobId);
  }
}
