package dev.pollux.ui.connection;

import dev.pollux.doctor.DoctorReport;
import dev.pollux.domain.connection.Connection;

/// Tests a connection, whether the window uses it or not.
@FunctionalInterface
public interface ConnectionTester {
  /// Blocks for ten seconds at most, once the cloud is open.
  ///
  /// @throws Exception when it could not be begun: the sandbox does not start
  DoctorReport test(Connection connection) throws Exception;
}
