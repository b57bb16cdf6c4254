package dev.pollux.cloud;

import dev.pollux.domain.table.TableCopy;
import java.util.Map;
import java.util.function.Consumer;

/// Copies of tables, from one location to another too. What crosses locations is billed as data
/// replication, and once begun nobody can stop it
/// (https://docs.cloud.google.com/bigquery/docs/managing-tables#limitations_on_copying_tables).
public interface TableCopies {
  /// Copies a table by a job whose id the caller chose, and waits for its end. When a job of that
  /// id exists already (409), it is ours and is awaited instead, so the call may be repeated
  /// without harm. Nothing is ever written over: a table that is there is a failure.
  ///
  /// @throws InterruptedException when nobody waits any more; the copy goes on
  void run(TableCopy copy, String jobId, Map<String, String> labels)
      throws CloudException, InterruptedException;

  /// The same; `unreached` hears of each time that the service cannot be asked about a copy that is
  /// under way, so that nobody waits without a word.
  default void run(
      TableCopy copy, String jobId, Map<String, String> labels, Consumer<CloudException> unreached)
      throws CloudException, InterruptedException {
    run(copy, jobId, labels);
  }

  /// Sees to it that the copy of that id makes nothing any more, and waits for it where it is under
  /// way. True where it made its table; false where it failed, or never began and never will.
  ///
  /// @throws CloudException when nobody can tell, or it takes too long
  boolean settle(TableCopy copy, String jobId) throws CloudException;
}
