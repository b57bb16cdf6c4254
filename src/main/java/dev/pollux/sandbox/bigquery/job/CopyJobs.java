package dev.pollux.sandbox.bigquery.job;

import dev.pollux.sandbox.bigquery.job.BigQueryJobs.Task;
import dev.pollux.sandbox.bigquery.wire.CallerRoles;
import dev.pollux.sandbox.bigquery.wire.SentBody;
import dev.pollux.sandbox.bigquery.wire.UnservedProperties;
import dev.pollux.sandbox.http.Failure;
import dev.pollux.sandbox.http.Reason;
import dev.pollux.sandbox.store.Store;
import dev.pollux.sandbox.store.catalog.Datasets;
import dev.pollux.sandbox.store.catalog.TableId;
import dev.pollux.sandbox.store.catalog.WriteTarget;
import dev.pollux.sandbox.store.engine.CancelHandle;
import dev.pollux.sandbox.store.engine.StoreFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Copy jobs: from `configuration.copy` to a table. Snapshots and clones are refused.
///
/// Between locations one table is copied to a new one, or over one, and keeps when it expires; the
/// job runs where the copy goes
/// (https://docs.cloud.google.com/bigquery/docs/managing-tables#copy_tables_across_regions; that it
/// is the destination's location is not said there).
public record CopyJobs(
    Store store, BigQueryJobs book, String url, CopyPace pace, CallerRoles roles) {
  public ObjectNode submit(String project, ObjectNode sent) {
    store.projects().needWritable(project, "Project " + project, "bigquery.jobs.create");
    ObjectNode configuration = SentBody.part(sent, "configuration");
    JsonNode copy = SentBody.part(sent, "configuration", "copy");
    UnservedProperties.refuse(UnservedProperties.COPY, copy, "copy jobs");
    String operation = copy.path("operationType").asString("");
    if (!Set.of("", "COPY", "OPERATION_TYPE_UNSPECIFIED").contains(operation)) {
      throw new Failure(
          Reason.NOT_IMPLEMENTED, "The sandbox does not serve copies of type " + operation);
    }
    List<TableId> sources = new ArrayList<>();
    copy.path("sourceTables").forEach(table -> sources.add(id(table, project)));
    if (copy.path("sourceTable").isObject()) {
      sources.add(id(copy.path("sourceTable"), project));
    }
    if (sources.isEmpty()) {
      throw new Failure(Reason.INVALID, "Required parameter is missing: sourceTable");
    }
    configuration.put("jobType", "COPY");
    TableId destination = id(copy.path("destinationTable"), project);
    roles.needTables(destination.datasetId(), CallerRoles.CREATE);
    String asked = sent.path("jobReference").path("location").asString("");
    String place = asked;
    boolean across = false;
    Optional<StoreFailure> refused = Optional.empty();
    try {
      place = place(destination, sent);
      across = across(sources, place);
    } catch (StoreFailure e) {
      if (e.kind() != StoreFailure.Kind.NOT_FOUND) {
        throw e;
      }
      // The job is made, and fails.
      refused = Optional.of(e);
    }
    JobKey key = new JobKey(project, Datasets.canonical(place), JobKey.chosen(sent));
    WriteTarget target =
        Dispositions.target(destination, copy, WriteTarget.Write.EMPTY, Optional.empty());
    Task task = across ? across(sources, target) : within(sources, target);
    ObjectNode job = JobJson.pending(key, configuration, book.now(), url);
    if (refused.isPresent()) {
      book.refuse(job, refused.get());
    } else {
      book.submit(job, task);
    }
    if (across) {
      pace.afterInsert();
    }
    return store.jobs().find(project, key.id()).orElse(job);
  }

  private Task within(List<TableId> sources, WriteTarget target) {
    return (job, running) -> copy(job, sources, target, running);
  }

  private Task across(List<TableId> sources, WriteTarget target) {
    if (target.write() == WriteTarget.Write.APPEND) {
      throw new Failure(
          Reason.INVALID,
          "Cross-region table copy with append mode (--append_table or WRITE_APPEND) is"
              + " unsupported. Use copy without the append mode.");
    }
    if (sources.size() > 1) {
      throw new Failure(
          Reason.INVALID, "Cross-region table copy of multiple source tables is unsupported.");
    }
    return (job, _) -> {
      pace.pass();
      WriteTarget.Write write =
          target.write() == WriteTarget.Write.EMPTY ? WriteTarget.Write.NEW : target.write();
      copy(
          job,
          sources,
          new WriteTarget(
              target.id(),
              write,
              target.create(),
              store.tables().need(sources.getFirst()).expires(),
              target.meta()),
          new CancelHandle());
    };
  }

  private void copy(
      ObjectNode job, List<TableId> sources, WriteTarget target, CancelHandle running) {
    long rows = store.copies().copy(sources, target, running);
    job.withObjectProperty("statistics")
        .withObjectProperty("copy")
        .put("copiedRows", Long.toString(rows));
  }

  private static TableId id(JsonNode table, String project) {
    return new TableId(
        table.path("projectId").asString(project),
        table.path("datasetId").asString(""),
        table.path("tableId").asString(""));
  }

  private boolean across(List<TableId> sources, String place) {
    boolean across = false;
    for (TableId source : sources) {
      String lies = store.datasets().need(source.datasetId()).location();
      across |= !lies.equalsIgnoreCase(place);
    }
    return across;
  }

  private String place(TableId destination, ObjectNode sent) {
    String place = store.datasets().need(destination.datasetId()).location();
    String asked = sent.path("jobReference").path("location").asString("");
    if (!asked.isEmpty() && !asked.equalsIgnoreCase(place)) {
      throw new StoreFailure(
          StoreFailure.Kind.NOT_FOUND,
          "Not found: Dataset " + destination.datasetId() + " was not found in location " + asked);
    }
    return place;
  }
}
