package dev.pollux.cloud;

import dev.pollux.domain.connection.Connection;
import java.net.URI;
import java.util.Optional;

/// One connected cloud: all its ports.
public interface Cloud extends AutoCloseable {
  Connection connection();

  Catalog catalog();

  Rows rows();

  Queries queries();

  TableCopies copies();

  TableLoads loads();

  BatchJobs jobs();

  Models models();

  Gemini gemini();

  Permissions permissions();

  Identity identity();

  Files files();

  /// Where it serves, if it is not Google: for code that people run on their own.
  Optional<URI> address();

  @Override
  void close();
}
