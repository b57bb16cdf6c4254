package dev.pollux.settings;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import dev.pollux.domain.connection.ConnectionOptions;
import java.util.Objects;
import tools.jackson.databind.EnumNamingStrategies.LowerCamelCaseStrategy;
import tools.jackson.databind.annotation.EnumNaming;

/// A connection to Google that a person keeps, under a name and in a colour of their own. Nothing
/// of it is secret.
public record KeptConnection(
    String name,
    Hue hue,
    String project,
    Location location,
    @JsonUnwrapped ConnectionOptions options) {
  /// @throws NullPointerException when one of them is missing, as in a file that people wrote
  public KeptConnection {
    Objects.requireNonNull(name);
    Objects.requireNonNull(hue);
    Objects.requireNonNull(project);
    Objects.requireNonNull(location);
  }

  /// Colours that are told apart in both themes, also by who sees no red or no green.
  @EnumNaming(LowerCamelCaseStrategy.class)
  public enum Hue {
    GREY,
    BLUE,
    ORANGE,
    PURPLE,
    TEAL
  }

  /// Under the name of its project.
  public static KeptConnection of(Connection.Google connection) {
    return new KeptConnection(
        connection.project(),
        Hue.GREY,
        connection.project(),
        connection.location(),
        connection.options());
  }

  /// Where it leads.
  public Connection.Google leadsTo() {
    return new Connection.Google(project, location, options);
  }
}
