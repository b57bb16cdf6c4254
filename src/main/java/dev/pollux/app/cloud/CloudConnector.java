package dev.pollux.app.cloud;

import dev.pollux.app.child.SandboxHost;
import dev.pollux.cli.sandbox.SandboxAddress;
import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Diagnosis;
import dev.pollux.cloud.google.GoogleCloud;
import dev.pollux.cloud.google.client.Endpoints;
import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import dev.pollux.sandbox.Sandbox;
import java.io.IOException;
import java.util.Set;

/// Connects clouds: to the sandbox, which is started when it is first needed, or to Google. The
/// adapter is the same; only endpoints and credentials differ.
public record CloudConnector(SandboxHost sandbox) {
  public static Connection sandboxConnection() {
    return new Connection.Sandbox(Sandbox.PROJECT, Location.US_CENTRAL1);
  }

  /// Tells a cloud where it is. Blocks while the sandbox starts.
  public void connect(GoogleCloud cloud) throws IOException, InterruptedException {
    cloud.connect(
        switch (cloud.connection()) {
          case Connection.Sandbox _ -> endpoints(sandbox.address());
          case Connection.Google _ -> new Endpoints.Google();
        });
  }

  /// The same, and asks until something answers: before that nothing is connected.
  public void reach(GoogleCloud cloud) throws CloudException, IOException, InterruptedException {
    connect(cloud);
    if (!cloud.connection().simulated()) {
      greet(cloud, cloud.connection().project());
    }
  }

  /// Who may run jobs in a project, and not list what is in it, is at home there too.
  private static void greet(Cloud cloud, String project) throws CloudException {
    try {
      cloud.catalog().reach(project);
    } catch (CloudException.NotAllowed e) {
      boolean diagnosed =
          Diagnosis.of(e).filter(why -> why.problem() != Diagnosis.Problem.ROLE).isPresent();
      if (diagnosed || !mayRun(cloud, project)) {
        throw e;
      }
    }
  }

  private static boolean mayRun(Cloud cloud, String project) {
    try {
      return !cloud.permissions().granted(project, Set.of("bigquery.jobs.create")).isEmpty();
    } catch (CloudException _) {
      return false;
    }
  }

  static Endpoints endpoints(SandboxAddress at) {
    return new Endpoints.Sandbox(at.rest(), at.grpc(), at.token());
  }
}
