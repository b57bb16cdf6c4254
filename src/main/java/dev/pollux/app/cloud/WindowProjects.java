package dev.pollux.app.cloud;

import dev.pollux.cloud.google.GoogleCloud;
import dev.pollux.cloud.google.ProjectProposals;
import dev.pollux.domain.connection.Connection;
import dev.pollux.ui.connection.ProjectSource;
import java.util.List;

/// Finds projects by clients of its own: what the window holds is not touched.
public record WindowProjects(CloudConnector connector) implements ProjectSource {
  @Override
  public List<String> proposed() {
    return ProjectProposals.here();
  }

  @Override
  public List<String> visible(Connection.Google as) throws Exception {
    try (GoogleCloud cloud = GoogleCloud.connecting(as)) {
      connector.connect(cloud);
      return cloud.catalog().projects();
    }
  }
}
