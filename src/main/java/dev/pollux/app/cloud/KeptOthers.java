package dev.pollux.app.cloud;

import dev.pollux.domain.connection.Connection;
import dev.pollux.settings.KeptConnection;
import dev.pollux.text.Words;
import dev.pollux.ui.connection.KeptConnections;
import dev.pollux.ui.jobs.OtherConnections;
import java.util.Optional;
import java.util.function.Consumer;

/// The connections that are kept, and the sandbox, by their projects.
public record KeptOthers(KeptConnections kept, Words words, Consumer<Connection> reconnect)
    implements OtherConnections {
  @Override
  public Optional<String> name(String project) {
    return isSandbox(project)
        ? Optional.of(words.get("connection.sandbox.title"))
        : find(project).map(KeptConnection::name);
  }

  @Override
  public void open(String project) {
    if (isSandbox(project)) {
      reconnect.accept(CloudConnector.sandboxConnection());
    } else {
      find(project).map(KeptConnection::leadsTo).ifPresent(reconnect);
    }
  }

  /// The one used last, where several lead there.
  private Optional<KeptConnection> find(String project) {
    return kept.all().stream().filter(one -> one.project().equals(project)).findFirst();
  }

  private static boolean isSandbox(String project) {
    return CloudConnector.sandboxConnection().project().equals(project);
  }
}
