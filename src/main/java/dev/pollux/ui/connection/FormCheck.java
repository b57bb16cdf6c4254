package dev.pollux.ui.connection;

import dev.pollux.domain.Location;
import dev.pollux.domain.connection.ConnectionOptions;
import dev.pollux.settings.KeptConnection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether what was typed can be a connection; asks nobody.
///
/// @param problems the keys of what is wrong, by the field that it is wrong with
/// @param connection there where nothing is wrong
record FormCheck(Map<ConnectionField, String> problems, Optional<KeptConnection> connection) {
  /// https://docs.cloud.google.com/resource-manager/docs/creating-managing-projects: 6 to 30
  /// letters, digits and dashes; old ones stand under a domain.
  private static final Pattern PROJECT =
      Pattern.compile("([a-z0-9.-]{1,63}:)?[a-z][a-z0-9-]{4,28}[a-z0-9]");

  private static final Pattern DATASET = Pattern.compile("[A-Za-z0-9_]{1,1024}");
  private static final Pattern DOMAIN = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");
  private static final Pattern ENDPOINTS =
      Pattern.compile("([a-z]+=https?://[^\\s,@]+)([\\s,]+[a-z]+=https?://[^\\s,@]+)*");
  private static final Pattern PROXY = Pattern.compile("[A-Za-z0-9.-]+:\\d{1,5}");

  FormCheck {
    problems = Map.copyOf(problems);
  }

  /// @param others the names of the other connections that are kept
  static FormCheck of(ConnectionForm form, Set<String> others) {
    Map<ConnectionField, String> problems = new EnumMap<>(ConnectionField.class);
    Optional<Location> place = location(form.text(ConnectionField.LOCATION));
    String project = form.text(ConnectionField.PROJECT);
    String name = form.typed(ConnectionField.NAME).orElseGet(() -> free(project, others));
    if (project.isEmpty()) {
      problems.put(ConnectionField.PROJECT, "connection.project.missing");
    }
    if (place.isEmpty()) {
      problems.put(ConnectionField.LOCATION, "connection.location.bad");
    }
    if (others.contains(name)) {
      problems.put(ConnectionField.NAME, "connection.name.taken");
    }
    must(form, ConnectionField.PROJECT, PROJECT, "connection.project.bad", problems);
    must(form, ConnectionField.DATA_PROJECT, PROJECT, "connection.project.bad", problems);
    must(form, ConnectionField.QUOTA_PROJECT, PROJECT, "connection.project.bad", problems);
    must(form, ConnectionField.DATASET, DATASET, "connection.dataset.bad", problems);
    must(form, ConnectionField.UNIVERSE, DOMAIN, "connection.universe.bad", problems);
    must(form, ConnectionField.ENDPOINTS, ENDPOINTS, "connection.endpoints.bad", problems);
    must(form, ConnectionField.PROXY, PROXY, "connection.proxy.bad", problems);
    return new FormCheck(
        problems,
        place
            .filter(_ -> problems.isEmpty())
            .map(at -> new KeptConnection(name, form.hue(), project, at, options(form))));
  }

  /// The project's name, with a number where another connection has it.
  private static String free(String project, Set<String> others) {
    String name = project;
    for (int n = 2; others.contains(name); n++) {
      name = project + " " + n;
    }
    return name;
  }

  private static void must(
      ConnectionForm form,
      ConnectionField field,
      Pattern shape,
      String problem,
      Map<ConnectionField, String> problems) {
    form.typed(field)
        .filter(text -> !shape.matcher(text).matches())
        .ifPresent(_ -> problems.put(field, problem));
  }

  private static ConnectionOptions options(ConnectionForm form) {
    return new ConnectionOptions(
        form.typed(ConnectionField.DATA_PROJECT),
        form.typed(ConnectionField.QUOTA_PROJECT),
        form.typed(ConnectionField.DATASET),
        form.typed(ConnectionField.CREDENTIALS),
        form.typed(ConnectionField.UNIVERSE),
        form.typed(ConnectionField.ENDPOINTS),
        form.typed(ConnectionField.PROXY));
  }

  private static Optional<Location> location(String typed) {
    try {
      return Optional.of(new Location(typed)).filter(l -> !l.isMultiRegion());
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
