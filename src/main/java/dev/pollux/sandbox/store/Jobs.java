package dev.pollux.sandbox.store;

import dev.pollux.sandbox.store.catalog.CatalogTables;
import dev.pollux.sandbox.store.engine.Database;
import dev.pollux.sandbox.store.engine.Sql;
import dev.pollux.sandbox.store.engine.StoreFailure;
import dev.pollux.sandbox.store.engine.StoreFailure.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// The jobs of BigQuery, as the service's own JSON, durable from the moment they are accepted.
public final class Jobs {
  private final Database database;
  private final CatalogTables catalogue;

  Jobs(Database database, CatalogTables catalogue) {
    this.database = database;
    this.catalogue = catalogue;
  }

  /// Keeps a new job.
  ///
  /// @throws StoreFailure of kind DUPLICATE if the id was used before
  public void insert(String project, String id, ObjectNode body) {
    database.write(c -> {
      if (Sql.number(c, "SELECT count(*) FROM meta.jobs WHERE project = ? AND id = ?", project, id)
          > 0) {
        String location = body.path("jobReference").path("location").asString("US");
        throw new StoreFailure(
            Kind.DUPLICATE, "Already Exists: Job " + project + ":" + location + "." + id);
      }
      return Sql.update(
          c,
          "INSERT INTO meta.jobs VALUES (?, ?, ?, ?, ?)",
          project,
          id,
          state(body),
          catalogue.now().toEpochMilli(),
          body.toString());
    });
  }

  public void update(String project, String id, ObjectNode body) {
    database.write(c ->
        Sql.update(
            c,
            "UPDATE meta.jobs SET state = ?, body = ? WHERE project = ? AND id = ?",
            state(body),
            body.toString(),
            project,
            id));
  }

  public void delete(String project, String id) {
    database.write(
        c -> Sql.update(c, "DELETE FROM meta.jobs WHERE project = ? AND id = ?", project, id));
  }

  public Optional<ObjectNode> find(String project, String id) {
    return database.read(c ->
        Sql.first(
            c,
            "SELECT body FROM meta.jobs WHERE project = ? AND id = ?",
            row -> CatalogTables.object(row.getString(1)),
            project,
            id));
  }

  /// The newest jobs of a project first, made between two moments.
  ///
  /// @param states that are wanted; all if empty
  public List<ObjectNode> list(
      String project, Instant from, Instant to, List<String> states, long start, long count) {
    return database.read(c ->
        Sql.list(
            c,
            "SELECT body FROM meta.jobs WHERE project = ? AND created BETWEEN ? AND ?"
                + " AND (? = '' OR list_contains(string_split(?, ','), state))"
                + " ORDER BY created DESC, id LIMIT ? OFFSET ?",
            row -> CatalogTables.object(row.getString(1)),
            project,
            from.toEpochMilli(),
            to.toEpochMilli(),
            String.join(",", states),
            String.join(",", states),
            count,
            start));
  }

  private static String state(ObjectNode body) {
    return body.path("status").path("state").asString("PENDING");
  }

  void failInterrupted() {
    String message =
        "Job execution was interrupted: the sandbox ended while the job ran. Retry the job.";
    database.write(c -> {
      List<ObjectNode> jobs =
          Sql.list(
              c,
              "SELECT body FROM meta.jobs WHERE state <> 'DONE'",
              row -> CatalogTables.object(row.getString(1)));
      for (ObjectNode job : jobs) {
        ObjectNode status = job.putObject("status").put("state", "DONE");
        status.putObject("errorResult").put("reason", "stopped").put("message", message);
        status.putArray("errors").addObject().put("reason", "stopped").put("message", message);
        job.withObjectProperty("statistics")
            .put("endTime", Long.toString(catalogue.now().toEpochMilli()));
        Sql.update(
            c,
            "UPDATE meta.jobs SET state = 'DONE', body = ? WHERE project = ? AND id = ?",
            job.toString(),
            job.path("jobReference").path("projectId").asString(""),
            job.path("jobReference").path("jobId").asString(""));
      }
      return true;
    });
  }
}
