package dev.pollux.sandbox.bigquery;

import dev.pollux.sandbox.http.Failure;
import dev.pollux.sandbox.http.Reason;
import dev.pollux.sandbox.store.CancelHandle;
import dev.pollux.sandbox.store.ColumnDef;
import dev.pollux.sandbox.store.LoadFormat;
import dev.pollux.sandbox.store.Loads;
import dev.pollux.sandbox.store.Store;
import dev.pollux.sandbox.store.StoreFailure;
import dev.pollux.sandbox.store.Table;
import dev.pollux.sandbox.store.TableId;
import dev.pollux.sandbox.store.TableSchemaJson;
import dev.pollux.sandbox.store.WriteTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Load jobs over an uploaded file.
record LoadJobs(Store store, BigQueryJobs book, String url) {
  private static final Set<String> KNOWN =
      Set.of(
          "destinationTable",
          "schema",
          "sourceFormat",
          "autodetect",
          "writeDisposition",
          "createDisposition",
          "skipLeadingRows",
          "fieldDelimiter",
          "quote",
          "allowQuotedNewlines",
          "allowJaggedRows",
          "nullMarker",
          "encoding",
          "ignoreUnknownValues",
          "maxBadRecords",
          // What nobody can observe here: Parquet lists are read as lists in any case.
          "parquetOptions",
          "useAvroLogicalTypes");

  /// Checks the configuration before bytes are taken.
  ///
  /// @throws Failure if it asks for what is not served
  void check(ObjectNode sent) {
    JsonNode load = sent.path("configuration").path("load");
    if (!load.isObject()) {
      throw new Failure(Reason.INVALID, "An upload needs a job with configuration.load");
    }
    UnservedProperties.unless(KNOWN, load, "load jobs");
    String encoding = load.path("encoding").asString("UTF-8");
    if (!encoding.equalsIgnoreCase("UTF-8") && !encoding.isEmpty()) {
      throw new Failure(Reason.NOT_IMPLEMENTED, "The sandbox does not serve encoding " + encoding);
    }
    format(load);
  }

  /// Submits the load of an uploaded file, which it deletes in the end.
  ObjectNode submit(String project, ObjectNode sent, Path file) {
    store.projects().needWritable(project, "Project " + project, "bigquery.jobs.create");
    ObjectNode configuration = sent.path("configuration").deepCopy().asObject();
    configuration.put("jobType", "LOAD");
    JsonNode load = configuration.path("load");
    JsonNode table = load.path("destinationTable");
    TableId id =
        new TableId(
            table.path("projectId").asString(project),
            table.path("datasetId").asString(""),
            table.path("tableId").asString(""));
    String place = store.datasets().need(id.datasetId()).location();
    String asked = sent.path("jobReference").path("location").asString("");
    if (!asked.isEmpty() && !asked.equalsIgnoreCase(place)) {
      throw new Failure(
          Reason.NOT_FOUND,
          "Not found: Dataset " + id.datasetId() + " was not found in location " + asked);
    }
    JobKey key = new JobKey(project, place, JobKey.chosen(sent));
    WriteTarget target = Dispositions.target(id, load, WriteTarget.Write.APPEND, Optional.empty());
    ObjectNode job = JobJson.pending(key, configuration, book.now(), url);
    book.submit(job, (running, handle) -> run(running, load, target, file, handle));
    return store.jobs().find(project, key.id()).orElse(job);
  }

  private void run(
      ObjectNode job, JsonNode load, WriteTarget target, Path file, CancelHandle running) {
    try {
      long size = Files.size(file);
      Loads.Loaded loaded =
          store.loads().load(file, format(load), schema(load, target), target, running);
      ObjectNode statistics = job.withObjectProperty("statistics").withObjectProperty("load");
      statistics.put("inputFiles", "1");
      statistics.put("inputFileBytes", Long.toString(size));
      statistics.put("outputRows", Long.toString(loaded.rows()));
      statistics.put("outputBytes", Long.toString(size));
      statistics.put("badRecords", Long.toString(loaded.badRows()));
    } catch (IOException e) {
      throw new StoreFailure(
          StoreFailure.Kind.INVALID,
          "Error while reading data, error message: " + e.getMessage(),
          e);
    } finally {
      delete(file);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new StoreFailure(StoreFailure.Kind.INTERNAL, "Cannot delete " + file, e);
    }
  }

  /// The schema that was sent, else that of the table, else none: it is to be found.
  private Optional<List<ColumnDef>> schema(JsonNode load, WriteTarget target) {
    if (load.path("schema").has("fields")) {
      return Optional.of(TableSchemaJson.read(load.path("schema")));
    }
    boolean parquet = format(load).kind() == LoadFormat.Kind.PARQUET;
    if (load.path("autodetect").asBoolean(false) || parquet) {
      return Optional.empty();
    }
    return Optional.of(
        store
            .tables()
            .find(target.id())
            .map(Table::columns)
            .orElseThrow(() ->
                new StoreFailure(
                    StoreFailure.Kind.INVALID,
                    "No schema specified on job or table, and autodetect is off.")));
  }

  private static LoadFormat format(JsonNode load) {
    String delimiter = load.path("fieldDelimiter").asString(",");
    String separator = delimiter.equals("\\t") || delimiter.equals("tab") ? "\t" : delimiter;
    String quote = load.path("quote").asString("\"");
    if (separator.length() != 1 || quote.length() > 1) {
      throw new Failure(Reason.INVALID, "fieldDelimiter and quote must be one character");
    }
    JsonNode skip = load.path("skipLeadingRows");
    return new LoadFormat(
        kind(load.path("sourceFormat").asString("")),
        skip.isMissingNode() || skip.isNull() ? Optional.empty() : Optional.of(skip.asInt(0)),
        separator.charAt(0),
        quote.isEmpty() ? Optional.empty() : Optional.of(quote.charAt(0)),
        load.path("nullMarker").asString(""),
        load.path("ignoreUnknownValues").asBoolean(false),
        load.path("allowJaggedRows").asBoolean(false),
        load.path("maxBadRecords").asInt(0));
  }

  private static LoadFormat.Kind kind(String format) {
    return switch (format) {
      case "", "CSV" -> LoadFormat.Kind.CSV;
      case "NEWLINE_DELIMITED_JSON" -> LoadFormat.Kind.JSON_LINES;
      case "PARQUET" -> LoadFormat.Kind.PARQUET;
      default ->
          throw new Failure(
              Reason.NOT_IMPLEMENTED, "The sandbox does not serve loads of format " + format);
    };
  }
}
