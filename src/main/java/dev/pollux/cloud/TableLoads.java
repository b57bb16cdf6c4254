package dev.pollux.cloud;

import dev.pollux.domain.table.TableLoad;
import java.io.IOException;
import java.io.OutputStream;

/// Tables made of rows that are sent, by load jobs, which are free of charge
/// (https://docs.cloud.google.com/bigquery/pricing#data_ingestion_pricing).
public interface TableLoads {
  /// Writes the rows as JSON, an object a line, in UTF-8.
  interface Lines {
    void write(OutputStream out) throws IOException, InterruptedException;
  }

  /// Sends the rows by a job whose id the caller chose, and waits for its end. The job begins when
  /// all is sent: where `lines` throws, nothing was loaded.
  ///
  /// @throws CloudException when the table is there, or the rows are not what it takes
  /// @throws IOException what `lines` throws
  /// @throws InterruptedException when the thread was interrupted
  void run(TableLoad load, String jobId, Lines lines)
      throws CloudException, IOException, InterruptedException;
}
