package dev.pollux.sandbox.sql.query;

import dev.pollux.sandbox.sql.catalog.TableCatalog;
import dev.pollux.sandbox.sql.catalog.TablePath;
import dev.pollux.sandbox.sql.type.Parameter;
import dev.pollux.sandbox.sql.type.Parameters;
import dev.pollux.sandbox.sql.type.Position;
import dev.pollux.sandbox.sql.type.SqlException;
import dev.pollux.sandbox.sql.type.Typed;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one translation knows: catalogue, parameters, tables that were read, names that were given.
public final class Context {
  /// A WITH query that can be named.
  record Named(String duckName, Rel rel) {}

  private final TableCatalog catalog;
  private final Parameters parameters;
  private final Set<TablePath> tables = new LinkedHashSet<>();
  private Map<String, Named> named = new HashMap<>();
  private final GuardedReads guarded = new GuardedReads();
  private int aliases;

  /// A statement begins.
  public Context(TableCatalog catalog, Parameters parameters) {
    this.catalog = catalog;
    this.parameters = parameters;
  }

  /// A name of DuckDB's that the statement has not used yet.
  public String alias() {
    return "t" + ++aliases;
  }

  /// The tables that were read so far, each once, with those behind views.
  public Set<TablePath> tables() {
    return Set.copyOf(tables);
  }

  @Nullable Named named(List<String> path) {
    return path.size() == 1 ? named.get(path.getFirst().toLowerCase(Locale.ROOT)) : null;
  }

  /// Adds a WITH query.
  ///
  /// @return the names as they were before, for [#restore]
  Map<String, Named> name(String name, Named query) {
    Map<String, Named> before = named;
    named = new HashMap<>(before);
    named.put(name.toLowerCase(Locale.ROOT), query);
    return before;
  }

  Map<String, Named> names() {
    return named;
  }

  void restore(Map<String, Named> names) {
    named = names;
  }

  /// The whole path of a table.
  public TablePath path(Position at, List<String> path) throws SqlException {
    int size = path.size();
    int schema = -1;
    for (int i = 0; i < size; i++) {
      schema = path.get(i).equalsIgnoreCase("INFORMATION_SCHEMA") ? i : schema;
    }
    List<String> parts = schema < 0 ? path : new java.util.ArrayList<>(path.subList(0, schema));
    if (schema >= 0) {
      parts.add(String.join(".", path.subList(schema, size)).toUpperCase(Locale.ROOT));
    }
    String name = String.join(".", path);
    if (name.contains("*") && (name.indexOf('*') < name.length() - 1 || size == 1)) {
      throw at.invalid("Invalid table name: `" + name + "`");
    }
    return switch (parts.size()) {
      case 1 ->
          new TablePath(
              catalog.defaultProject(),
              catalog
                  .defaultDataset()
                  .orElseThrow(() ->
                      SqlException.invalid(
                          "Table \""
                              + name
                              + "\" must be qualified with a dataset (e.g. dataset.table).")),
              parts.get(0));
      case 2 -> new TablePath(catalog.defaultProject(), parts.get(0), parts.get(1));
      case 3 -> new TablePath(parts.get(0), parts.get(1), parts.get(2));
      default -> throw at.invalid("Invalid table name: `" + name + "`");
    };
  }

  /// The table of a path, which counts as read from now on.
  ///
  /// @throws SqlException if there is none, or its path is none
  public TableCatalog.VisibleTable table(Position at, List<String> path) throws SqlException {
    TablePath whole = path(at, path);
    Optional<TableCatalog.VisibleTable> table = catalog.table(whole);
    if (table.isEmpty()) {
      if (whole.table().startsWith("INFORMATION_SCHEMA")) {
        throw at.unsupported("INFORMATION_SCHEMA");
      }
      throw whole.table().endsWith("*")
          ? SqlException.invalid(whole + " does not match any table.")
          : SqlException.notFound("Not found: Table " + whole + " was not found");
    }
    tables.add(whole);
    tables.addAll(table.get().guard().behind());
    return table.get();
  }

  GuardedReads guarded() {
    return guarded;
  }

  /// Looks for columns that the caller may not read.
  ///
  /// @param duckSql the whole statement
  /// @throws SqlException in the service's words, if it reads one
  public void untagged(String duckSql) throws SqlException {
    guarded.untagged(duckSql);
  }

  /// The project of paths that name none.
  public String defaultProject() {
    return catalog.defaultProject();
  }

  Typed parameter(Position at, String name) throws SqlException {
    Parameter parameter =
        name.startsWith("?")
            ? positional(Integer.parseInt(name.substring(1)))
            : parameters.named().entrySet().stream()
                .filter(e -> e.getKey().equalsIgnoreCase(name))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(null);
    if (parameter == null) {
      throw at.invalid(
          name.startsWith("?")
              ? "Query parameter number "
                  + (Integer.parseInt(name.substring(1)) + 1)
                  + " is not defined"
              : "Query parameter '" + name + "' not found");
    }
    return LiteralSql.parameter(at, parameter);
  }

  private @Nullable Parameter positional(int index) {
    return index < parameters.positional().size() ? parameters.positional().get(index) : null;
  }
}
