package dev.pollux.app.cloud;

import dev.pollux.cli.doctor.DoctorSubjects;
import dev.pollux.cloud.google.GoogleCloud;
import dev.pollux.doctor.Doctor;
import dev.pollux.doctor.DoctorReport;
import dev.pollux.doctor.DoctorSubject;
import dev.pollux.domain.connection.Connection;
import dev.pollux.models.ModelCatalog;
import dev.pollux.ui.connection.ConnectionTester;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/// Tests a connection by clients of its own: what the window holds is not touched.
///
/// @param models read for each test
public record WindowDoctor(
    CloudConnector connector, Supplier<ModelCatalog> models, InstantSource clock)
    implements ConnectionTester {
  @Override
  public DoctorReport test(Connection connection) throws IOException, InterruptedException {
    DoctorSubject subject =
        new DoctorSubjects(models.get()).of(connection, Optional.empty(), Optional.empty());
    Doctor doctor = new Doctor(clock, _ -> {});
    try (GoogleCloud cloud = GoogleCloud.connecting(connection)) {
      connector.connect(cloud);
      return doctor.examine(cloud, subject);
    }
  }
}
