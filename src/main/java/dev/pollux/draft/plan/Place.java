package dev.pollux.draft.plan;

import dev.pollux.domain.job.RunId;
import dev.pollux.domain.table.TableRef;
import dev.pollux.ledger.sql.RowKey;
import java.util.List;
import java.util.Optional;

/// Where one job stands in what a person started, which may be several jobs: the parts of one that
/// has too many rows, and every attempt at what failed before.
///
/// @param root the first job, which names the whole
/// @param attempt 1 for what was sent first; each retry is one more
/// @param part of so many parts of its attempt, from 1
/// @param key by which rows and answers find each other
/// @param answers the table with one answer for each row; empty where the job's own output is that
/// @param earlier outputs of earlier jobs, whose answers are taken where the same was asked
public record Place(
    RunId root,
    int attempt,
    int part,
    int parts,
    RowKey key,
    Optional<TableRef> answers,
    List<TableRef> earlier) {
  public Place {
    earlier = List.copyOf(earlier);
  }

  /// All there is to it is one job.
  public static Place alone(RunId id) {
    return new Place(id, 1, 1, 1, RowKey.ROW, Optional.empty(), List.of());
  }

  public Place withAnswers(TableRef table) {
    return new Place(root, attempt, part, parts, key, Optional.of(table), earlier);
  }

  /// The place of another part of the same.
  public Place ofPart(int which) {
    return new Place(root, attempt, which, parts, key, answers, earlier);
  }

  /// How many of all requests this part has: the first parts have one more where they cannot be
  /// equal, as NTILE deals them
  /// (https://docs.cloud.google.com/bigquery/docs/reference/standard-sql/numbering_functions#ntile).
  public long share(long all) {
    return all / parts + (part <= all % parts ? 1 : 0);
  }

  /// Whether a job alone is all there is, so that its output has the answers.
  public boolean isAlone() {
    return attempt == 1 && parts == 1 && answers.isEmpty();
  }

  /// The id of the job of another attempt or part: the same whoever asks for it, so that nobody
  /// sends it twice.
  public static RunId idOf(RunId root, int attempt, int part) {
    String which = (attempt > 1 ? "-a" + attempt : "") + (part > 1 ? "-p" + part : "");
    return new RunId(root.id() + which);
  }
}
