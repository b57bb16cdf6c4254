package dev.pollux.settings;

import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.EnumNamingStrategies.LowerCamelCaseStrategy;
import tools.jackson.databind.annotation.EnumNaming;

/// Which cloud was connected last, how Google was reached last, and the connections that are kept,
/// the one used last first. A file of the version before kept one, without a name.
public record ConnectionChoice(
    Where connection,
    Optional<String> googleProject,
    Location googleLocation,
    List<KeptConnection> connections) {
  /// A cloud.
  @EnumNaming(LowerCamelCaseStrategy.class)
  public enum Where {
    SANDBOX,
    GOOGLE
  }

  public ConnectionChoice {
    connections =
        connections.isEmpty() && googleProject.isPresent()
            ? List.of(KeptConnection.of(new Connection.Google(googleProject.get(), googleLocation)))
            : List.copyOf(connections);
  }

  /// The connection to Google that was chosen last, if Google was.
  public Optional<Connection.Google> google() {
    return connection == Where.GOOGLE
        ? connections.stream().findFirst().map(KeptConnection::leadsTo)
        : Optional.empty();
  }

  ConnectionChoice on(Where where) {
    return new ConnectionChoice(where, googleProject, googleLocation, connections);
  }

  /// The one in front is the one that was used last.
  ConnectionChoice with(List<KeptConnection> all) {
    Optional<KeptConnection> first = all.stream().findFirst();
    return new ConnectionChoice(
        first.isEmpty() ? Where.SANDBOX : connection,
        first.map(KeptConnection::project),
        first.map(KeptConnection::location).orElse(googleLocation),
        all);
  }

  ConnectionChoice used(Connection.Google chosen) {
    KeptConnection one =
        connections.stream()
            .filter(kept -> kept.leadsTo().equals(chosen))
            .findFirst()
            .orElseGet(() -> KeptConnection.of(chosen));
    return with(Stream.concat(
                Stream.of(one), connections.stream().filter(k -> !k.name().equals(one.name())))
            .toList())
        .on(Where.GOOGLE);
  }

  /// One that is changed keeps its place; another one comes first.
  ConnectionChoice keep(Optional<String> before, KeptConnection now) {
    List<KeptConnection> all = new ArrayList<>(connections);
    int at =
        IntStream.range(0, all.size())
            .filter(i -> before.equals(Optional.of(all.get(i).name())))
            .findFirst()
            .orElse(-1);
    if (at < 0) {
      all.add(connection == Where.GOOGLE && !all.isEmpty() ? 1 : 0, now);
    } else {
      all.set(at, now);
    }
    return with(all);
  }
}
