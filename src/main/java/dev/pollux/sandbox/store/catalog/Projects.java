package dev.pollux.sandbox.store.catalog;

import dev.pollux.sandbox.store.engine.Database;
import dev.pollux.sandbox.store.engine.Sql;
import dev.pollux.sandbox.store.engine.StoreFailure;
import dev.pollux.sandbox.store.engine.StoreFailure.Kind;
import java.util.List;
import java.util.Optional;

/// The projects there are. A read-only one is somebody else's: it can be read, not written or
/// billed.
public final class Projects {
  /// A project.
  public record StoredProject(String id, String name, boolean readOnly) {}

  private final Database database;

  /// Those of a database.
  public Projects(Database database) {
    this.database = database;
  }

  /// All of them, those that can be written to first.
  public List<StoredProject> list() {
    return database.read(c ->
        Sql.list(
            c,
            "SELECT project, name, read_only FROM meta.projects ORDER BY read_only, project",
            row -> new StoredProject(row.getString(1), row.getString(2), row.getBoolean(3))));
  }

  /// The project, or empty if there is none.
  public Optional<StoredProject> find(String id) {
    return list().stream().filter(project -> project.id().equals(id)).findFirst();
  }

  /// Makes a project or changes it.
  public void put(StoredProject project) {
    database.write(c -> {
      Sql.update(c, "DELETE FROM meta.projects WHERE project = ?", project.id());
      return Sql.update(
          c,
          "INSERT INTO meta.projects VALUES (?, ?, ?)",
          project.id(),
          project.name(),
          project.readOnly());
    });
  }

  /// @throws StoreFailure if there is no such project
  public StoredProject need(String id) {
    return find(id).orElseThrow(() -> new StoreFailure(Kind.NOT_FOUND, "Not found: Project " + id));
  }

  /// @throws StoreFailure if there is no such project or it is read-only
  public void needWritable(String id, String what, String permission) {
    if (need(id).readOnly()) {
      throw new StoreFailure(
          Kind.ACCESS_DENIED,
          "Access Denied: "
              + what
              + ": User does not have "
              + permission
              + " permission for "
              + what.substring(0, 1).toLowerCase(java.util.Locale.ROOT)
              + what.substring(1)
              + ".");
    }
  }
}
