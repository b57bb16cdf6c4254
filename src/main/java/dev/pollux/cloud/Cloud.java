package dev.pollux.cloud;

import dev.pollux.domain.Connection;

/// One connected cloud: all its ports.
public interface Cloud extends AutoCloseable {
  Connection connection();

  Catalog catalog();

  Rows rows();

  Queries queries();

  BatchJobs jobs();

  Models models();

  Gemini gemini();

  Permissions permissions();

  Files files();

  @Override
  void close();
}
